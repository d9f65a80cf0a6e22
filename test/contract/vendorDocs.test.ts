import { groupBy, isEmpty, orderBy } from 'lodash';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { systems } from '../simulator/systems.mjs';
import { markdownFiles } from '../support/markdown.mjs';
import { execute, type Subject } from '../support/contexts';
import { DAY, useShownFloor } from '../support/shownFloor';
import { nodeAt } from '../support/subjects';
import { codeBlocks, itemsOnPage, projectText } from '../support/texts.mjs';

const simulator = useShownFloor();

/** What is shown, by what the editor calls it. */
const OPERATIONS: Record<string, INodeParameters> = {
  'Get Live Info': { operation: 'getLiveInfo' },
  'Get Activity': { operation: 'getActivity', ...DAY },
  'Get Counts': { resource: 'team', operation: 'getCounts' },
};

/** On a page of two systems, the one with more to show comes first. */
const PAGES = groupBy(
  orderBy(systems, ({ itemsOnPage: shown }) => shown.length, 'desc'),
  'page',
);

/** What a page shows, by title. */
const subjectsOn = (page: string) =>
  Object.entries(OPERATIONS).flatMap(([operation, parameters]) => {
    const all = PAGES[page] ?? [];
    return all
      .filter(({ itemsOnPage: shown }) => shown.includes(operation))
      .map((system) => ({
        title: all.length > 1 ? `${operation} from ${system.name}` : operation,
        subject: nodeAt(system, simulator(), { ...parameters, ...system.asking?.(['1003']) }),
      }));
  });

/** The item of somebody at work, with the simulator's address made one of an example. */
async function example(subject: Subject): Promise<IDataObject> {
  const items = (await execute(subject)).map(({ json }) => json);
  const atWork = items.find(({ state, segments }) => state === 'busy' || !isEmpty(segments));
  const shown = atWork ?? items[0];
  return JSON.parse(
    JSON.stringify(shown)
      .replaceAll(new URL(simulator().url).host, 'contact.example.com')
      .replaceAll('127.0.0.1', '192.0.2.10'),
  );
}

test.each(Object.keys(PAGES))('the items on %s are what the node gives', async (page) => {
  const file = `docs/vendors/${page}`;
  const items = new Map<string, IDataObject>();
  for (const { title, subject } of subjectsOn(page)) {
    items.set(`An item of ${title}`, await example(subject));
  }
  const made = itemsOnPage(file, 'vendorDocs', items);
  expect(projectText(file)).toContain(made);
});

test('no page shows an item that no test makes', () => {
  const pages = markdownFiles().filter((file) => codeBlocks(projectText(file), 'json').length > 0);
  const made = [
    'README.md',
    'docs/trigger.md',
    ...Object.keys(PAGES).map((p) => `docs/vendors/${p}`),
  ];
  expect(pages.sort()).toEqual(made.sort());
});
