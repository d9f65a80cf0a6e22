import { createSchema } from 'genson-js';
import { isEmpty, isNil, isPlainObject, mergeWith, uniqBy, upperFirst } from 'lodash';
import type { INodeParameters } from 'n8n-workflow';
import { firstOfNode, systems } from '../simulator/systems.mjs';
import { vendorOf } from '../support/classes';
import { execute } from '../support/contexts';
import { projectFiles } from '../support/markdown.mjs';
import { byId, jsonOf } from '../support/simulated';
import { DAY, useShownFloor } from '../support/shownFloor';
import { nodeAt } from '../support/subjects';
import { projectText, updateText } from '../support/texts.mjs';

/*
 * What n8n's editor shows of an item, to be dragged, before the node has run (docs/n8n.md, The
 * editor). `UPDATE_DOCS=1 npx jest outputPreviews` makes the files anew.
 */

const simulator = useShownFloor();

const CASES = firstOfNode.flatMap(({ node }) =>
  Object.entries(vendorOf(node).resources).flatMap(([resource, operations]) =>
    operations.map(({ choice: { value: operation } }) => ({
      node,
      resource,
      operation,
      file: `nodes/${upperFirst(node)}/__schema__/v1.0.0/${resource}/${operation}.json`,
    })),
  ),
);

type Case = Omit<(typeof CASES)[number], 'file'>;

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
async function itemsOf({ node, resource, operation }: Case): Promise<object[]> {
  const items = [];
  for (const system of systems.filter((each) => each.node === node)) {
    const agents = system.asking?.(['1001', '1002', '1003']);
    const ask = async (asked: INodeParameters) =>
      jsonOf(await execute(nodeAt(system, simulator(), { ...agents, ...asked })));
    const asked = { resource, operation, ...NEEDED[operation] };
    const states = STATES[operation];
    if (states === undefined) items.push(...(await ask(asked)));
    else {
      const found = uniqBy(await ask({ operation: 'getLiveInfo' }), 'state');
      for (const agent of found.filter(({ state }) => states.includes(String(state)))) {
        items.push(...(await ask({ ...asked, agent: byId(String(agent[system.findsBy])) })));
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
