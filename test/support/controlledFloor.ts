import * as n8nWorkflow from 'n8n-workflow';
import type { INode, INodeParameters, INodeType, IPollFunctions } from 'n8n-workflow';
import { systems } from '../simulator/systems.mjs';
import { nodeType } from './classes';
import type { AgentSnapshot } from '../../nodes/shared/model/AgentSnapshot';
import type { Floor } from '../../nodes/shared/model/Floor';
import { vendorOf } from './testVendor';

/** Whose trigger's description is taken: any will do. */
const [SYSTEM] = systems;
const CREDENTIAL = SYSTEM.credentialType;

/** A floor of no particular vendor, which a test moves and whose answers it can hold back. */
export function controlledFloor(...first: AgentSnapshot[]) {
  const agents = new Map(first.map((each) => [each.agentId, each]));
  const waiting: (() => void)[] = [];
  let holding = false;
  let onHeld = () => {};
  let readings = 0;
  const source: Floor = {
    id: 'test:server',
    hasRoster: false,
    agentKey: (agentId) => agentId,
    confirmOffline: async () => true,
    readFloor: async () => {
      const reading = { agents: [...agents.values()], observedAt: Date.now(), callsWaiting: null };
      readings += 1;
      if (holding) {
        onHeld();
        await new Promise<void>((answer) => waiting.push(answer));
      }
      return reading;
    },
  };
  return {
    source,
    set: (...changed: AgentSnapshot[]) => changed.forEach((each) => agents.set(each.agentId, each)),
    /** How often it was read. */
    readings: () => readings,
    /** Holds back the answers from now on; resolves when somebody waits for one. */
    hold(): Promise<void> {
      holding = true;
      return new Promise((resolve) => (onHeld = resolve));
    },
    /** Answers from now on at once; who waits goes on waiting. */
    pass: () => void (holding = false),
    /** Answers at once, and those who wait as well. */
    release() {
      holding = false;
      waiting.splice(0).forEach((answer) => answer());
    },
  };
}

export type ControlledFloor = ReturnType<typeof controlledFloor>;

/** A trigger node as a workflow has it: ten minutes paused are too long. */
export const triggerNode = (id: string, name: string, parameters: INodeParameters = {}): INode => ({
  id,
  name,
  type: 'test.trigger',
  typeVersion: 1,
  position: [0, 0],
  credentials: { [CREDENTIAL]: { id: '1', name: 'Test' } },
  parameters: {
    events: ['stateTooLong'],
    timeLimits: { rows: [{ states: ['paused'], reasons: '', minutes: 10, severity: 'warning' }] },
    ...parameters,
  },
});

/** The trigger as a new process loads it: nothing that it remembered in another one is there. */
export async function freshTrigger({ source }: ControlledFloor): Promise<INodeType> {
  const vendor = { ...vendorOf(() => source), credential: CREDENTIAL };
  let poll: INodeType['poll'];
  await jest.isolateModulesAsync(async () => {
    // n8n itself remembers nothing, and takes long to load.
    jest.doMock('n8n-workflow', () => n8nWorkflow);
    const { pollFloor } = await import('../../nodes/shared/trigger/poll');
    poll = async function (this: IPollFunctions) {
      return pollFloor(this, vendor);
    };
  });
  return { description: nodeType(`${SYSTEM.node}Trigger`).description, poll };
}
