import { get } from 'lodash';
import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import type { AgentSnapshot } from '../../nodes/shared/model/AgentSnapshot';
import type { Floor, FloorWanted } from '../../nodes/shared/model/Floor';
import { pollFloor } from '../../nodes/shared/trigger/poll';
import { forgetProcessMemory } from '../../nodes/shared/trigger/store';
import { takeOverClock } from './clock';
import { vendorOf } from './testVendor';
import { at, T0 } from './floor';

/** A contact center in memory: what it has, what fails, and what was asked of it. */
export interface Center {
  /** Which server and account it is. */
  id: string;
  agents: AgentSnapshot[];
  callsWaiting: number | null;
  /** Thrown when its floor is read. */
  fails: Error | undefined;
  /** Thrown before anything can be asked. */
  refuses: Error | undefined;
  /** What it says about one whom the floor no longer lists. */
  isOffline: boolean | Error;
  hasRoster: boolean;
  /** Called while its floor is read. */
  meanwhile(): Promise<void>;
  wanted: FloorWanted[];
  askedAfter: string[];
  timeouts: number[];
}

/** What n8n gives to a poll of the engine. */
export interface Around {
  mode?: 'trigger' | 'manual';
  timezone?: string;
  /** Null where this n8n has no budgets. */
  budgetMs?: number | null;
  workflowId?: string | null;
  nodeId?: string;
  staticData?: StaticData;
}

/** Where n8n keeps data with a workflow: a node's own, and what all its nodes share. */
export interface StaticData {
  node: IDataObject;
  global: IDataObject;
}

const sourceOf = (center: Center): Floor => ({
  id: center.id,
  hasRoster: center.hasRoster,
  agentKey: (agentId) => agentId.toLowerCase(),
  async readFloor(wanted) {
    center.wanted.push(wanted);
    await center.meanwhile();
    if (center.fails !== undefined) throw center.fails;
    const observedAt = Date.now();
    const agents = center.agents.map((agent) => ({ ...agent, observedAt }));
    return { agents, callsWaiting: center.callsWaiting, observedAt };
  },
  async confirmOffline(agentId) {
    center.askedAfter.push(agentId);
    if (center.isOffline instanceof Error) throw center.isOffline;
    return center.isOffline;
  },
});

/** Lets a test set what time it is, and gives each test a process that remembers nothing. */
export function onOwnClock(): void {
  beforeEach(() => {
    takeOverClock(T0);
    forgetProcessMemory();
  });
  afterEach(() => {
    jest.useRealTimers();
  });
}

/** The whole engine of a trigger on a contact center in memory, below what n8n itself does. */
export function engine(parameters: object, around: Around = {}) {
  const center: Center = {
    id: 'test:server',
    agents: [],
    callsWaiting: null,
    fails: undefined,
    refuses: undefined,
    isOffline: true,
    hasRoster: false,
    meanwhile: async () => undefined,
    wanted: [],
    askedAfter: [],
    timeouts: [],
  };
  let given = parameters;
  const { mode = 'trigger', timezone = 'UTC', budgetMs = null, nodeId = 'node' } = around;
  const { workflowId = 'workflow', staticData = { node: {}, global: {} } } = around;
  const vendor = vendorOf(
    () => sourceOf(center),
    ({ timeoutMs }) => {
      center.timeouts.push(timeoutMs() / 1000);
      if (center.refuses !== undefined) throw center.refuses;
    },
  );
  return {
    center,
    staticData,
    change(changed: object) {
      given = changed;
    },
    /** One poll: the items, or null; the outages reported as errors; and the warnings logged. */
    async poll() {
      const [errors, warnings]: [Error[], string[]] = [[], []];
      const context = {
        getNodeParameter: (name: string, fallback: unknown): unknown => get(given, name, fallback),
        getTimezone: () => timezone,
        getPollBudgetMs: budgetMs === null ? undefined : () => budgetMs,
        getWorkflow: () => ({ id: workflowId ?? undefined }),
        getNode: () => ({ id: nodeId, name: 'Trigger', type: 'test' }),
        getMode: () => mode,
        getCredentials: async () => ({}),
        getWorkflowStaticData: (type: keyof StaticData) => staticData[type],
        __emitError: (error: Error) => void errors.push(error),
        logger: { warn: (message: string) => void warnings.push(message) },
      };
      const output = await pollFloor(context as unknown as IPollFunctions, vendor);
      return { items: output?.[0]?.map(({ json }) => json) ?? null, errors, warnings };
    },
  };
}

/** Polls every minute from `from` to `to`, and gives "minute: event agent" and what was reported. */
export async function eachMinute(
  trigger: ReturnType<typeof engine>,
  from: number,
  to: number,
): Promise<string[]> {
  const told: string[] = [];
  for (let minute = from; minute <= to; minute += 1) {
    jest.setSystemTime(at(minute));
    const { items, errors } = await trigger.poll();
    for (const item of items ?? []) {
      const who = get(item, 'agent.agentId');
      told.push([`${minute}: ${String(item.event)}`, who].filter(Boolean).join(' '));
    }
    told.push(...errors.map(({ message }) => `${minute}: ${message}`));
  }
  return told;
}

/** Polls each minute with the next floor or failure, and gives the items of the last poll. */
export async function itemsOf(
  trigger: ReturnType<typeof engine>,
  floors: Array<AgentSnapshot[] | Error>,
  from = 0,
): Promise<IDataObject[]> {
  let items: IDataObject[] = [];
  for (const [minute, floor] of floors.entries()) {
    jest.setSystemTime(at(from + minute));
    trigger.center.fails = floor instanceof Error ? floor : undefined;
    if (!(floor instanceof Error)) trigger.center.agents = floor;
    items = (await trigger.poll()).items ?? [];
  }
  return items;
}
