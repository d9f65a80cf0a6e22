import { createSchema } from 'genson-js';
import { isEmpty, isNil, isPlainObject, mergeWith, uniqBy } from 'lodash';
import type { INodeParameters } from 'n8n-workflow';
import { resources as ofCrocoDial } from '../../nodes/CrocoDial/resources';
import { resources as ofKoreAi } from '../../nodes/KoreAi/resources';
import { resources as ofRocketChat } from '../../nodes/RocketChatOmnichannel/resources';
import { resources as ofVicidial } from '../../nodes/Vicidial/resources';
import type { Resources } from '../../nodes/shared/node/operation';
import { takeOverClock } from '../support/clock';
import { execute, type Subject } from '../support/contexts';
import { crocoNode, goNode } from '../support/crocoDial';
import { koreAiNode } from '../support/koreAi';
import { projectFiles } from '../support/markdown.mjs';
import { rocketChatNode } from '../support/rocketChat';
import { byId, jsonOf, useSimulator } from '../support/simulated';
import { projectText, updateText } from '../support/texts.mjs';
import { vicidialNode } from '../support/vicidial';

/*
 * What n8n's editor shows of an item, to be dragged, before the node has run (docs/n8n.md, The
 * editor). `UPDATE_DOCS=1 npx jest outputPreviews` makes the files anew.
 */

const NOW = '2026-11-21T22:18:21Z';
const simulator = useSimulator({ now: NOW });

beforeEach(() => {
  takeOverClock(Date.parse(NOW));
  simulator().world.setAgent('1008', { state: 'paused', since: '2026-11-21T22:10:00Z' });
});
afterEach(() => jest.useRealTimers());

interface Vendor {
  folder: string;
  resources: Resources<never>;
  /** The node as it is asked, of each system that it is for. */
  nodes: Array<(parameters: INodeParameters) => Subject>;
  /** By which field of Get Live Info the other operations find an agent. */
  id: string;
}

const VENDORS: Vendor[] = [
  {
    folder: 'Vicidial',
    resources: ofVicidial,
    nodes: [(parameters) => vicidialNode(simulator().url, parameters)],
    id: 'agentId',
  },
  {
    folder: 'RocketChatOmnichannel',
    resources: ofRocketChat,
    nodes: [(parameters) => rocketChatNode(simulator(), parameters, {}, 'bypass')],
    id: 'agentId',
  },
  {
    folder: 'KoreAi',
    resources: ofKoreAi,
    nodes: [(parameters) => koreAiNode(simulator().url, parameters)],
    id: 'email',
  },
  {
    folder: 'CrocoDial',
    resources: ofCrocoDial,
    nodes: [
      (parameters) => crocoNode(simulator().url, { users: '1001, 1002, 1003', ...parameters }),
      (parameters) => goNode(simulator().url, parameters),
    ],
    id: 'agentId',
  },
];

const CASES = VENDORS.flatMap((vendor) =>
  Object.entries(vendor.resources).flatMap(([resource, operations]) =>
    operations.map(({ choice: { value: operation } }) => ({
      vendor,
      resource,
      operation,
      file: `nodes/${vendor.folder}/__schema__/v1.0.0/${resource}/${operation}.json`,
    })),
  ),
);

type Case = Omit<(typeof CASES)[number], 'file'>;

const DAY = { from: '2026-11-21T00:00:00Z', to: NOW };

/** What operations need that has no default. */
const NEEDED: Record<string, INodeParameters> = {
  getActivity: DAY,
  setPauseCode: { pauseCode: 'BREAK' },
};

/** In which states the agents are that an operation of one agent is tried with. */
const STATES: Record<string, string[]> = {
  getStatus: ['busy', 'paused', 'wrapUp'],
  logOut: ['ready'],
  pause: ['ready'],
  resume: ['paused'],
  setPauseCode: ['paused'],
};

/** Everything that any of the items tells, in one. */
const fullest = (items: object[]): object =>
  items.reduce((full, item) =>
    mergeWith(full, item, (known: unknown, told: unknown) => {
      if (isPlainObject(known) && isPlainObject(told)) return undefined;
      return isNil(told) || !isEmpty(known) ? known : told;
    }),
  );

/** The items of an operation, from each system that the node is for. */
async function itemsOf({ vendor, resource, operation }: Case): Promise<object[]> {
  const items = [];
  for (const node of vendor.nodes) {
    const ask = async (asked: INodeParameters) => jsonOf(await execute(node(asked)));
    const asked = { resource, operation, ...NEEDED[operation] };
    const states = STATES[operation];
    if (states === undefined) items.push(...(await ask(asked)));
    else {
      const agents = uniqBy(await ask({ operation: 'getLiveInfo' }), 'state');
      for (const agent of agents.filter(({ state }) => states.includes(String(state)))) {
        items.push(...(await ask({ ...asked, agent: byId(String(agent[vendor.id])) })));
      }
    }
  }
  return items;
}

test.each(CASES)('$file shows what the node gives', async ({ file, ...one }) => {
  const schema = createSchema(fullest(await itemsOf(one)), { noRequired: true });
  const made = `${JSON.stringify(schema, null, 2)}\n`;
  updateText(file, () => made);
  expect(projectText(file)).toBe(made);
});

test('there is no preview of something else', () => {
  expect(projectFiles('nodes', /__schema__.*\.json$/).sort()).toEqual(
    CASES.map(({ file }) => file).sort(),
  );
});
