import { isEmpty } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { markdownFiles } from '../support/markdown.mjs';
import { takeOverClock } from '../support/clock';
import { execute, type Subject } from '../support/contexts';
import { crocoNode, goNode } from '../support/crocoDial';
import { koreAiNode } from '../support/koreAi';
import { rocketChatNode } from '../support/rocketChat';
import { useSimulator } from '../support/simulated';
import { codeBlocks, itemsOnPage, projectText } from '../support/texts.mjs';
import { vicidialNode } from '../support/vicidial';

const NOW = '2026-11-21T22:18:21Z';
const simulator = useSimulator({ now: NOW });

beforeEach(() => {
  takeOverClock(Date.parse(NOW));
  simulator().world.setAgent('1008', { state: 'paused', since: '2026-11-21T22:10:00Z' });
});
afterEach(() => jest.useRealTimers());

const LIVE = { operation: 'getLiveInfo' };
const DAY = { from: '2026-11-21T00:00:00Z', to: NOW };
const ACTIVITY = { operation: 'getActivity', ...DAY };
const COUNTS = { resource: 'team', operation: 'getCounts' };

/** What is shown of each vendor, by title. */
const PAGES: Record<string, () => Record<string, Subject>> = {
  'vicidial.md': () => ({
    'Get Live Info': vicidialNode(simulator().url, LIVE),
    'Get Activity': vicidialNode(simulator().url, ACTIVITY),
    'Get Counts': vicidialNode(simulator().url, COUNTS),
  }),
  'rocket-chat.md': () => ({
    'Get Live Info': rocketChatNode(simulator(), LIVE, {}, 'bypass'),
    'Get Activity': rocketChatNode(simulator(), ACTIVITY, {}, 'bypass'),
    'Get Counts': rocketChatNode(simulator(), COUNTS, {}, 'bypass'),
  }),
  'kore-ai.md': () => ({
    'Get Live Info': koreAiNode(simulator().url, LIVE),
    'Get Activity': koreAiNode(simulator().url, ACTIVITY),
    'Get Counts': koreAiNode(simulator().url, COUNTS),
  }),
  'croco-dial.md': () => ({
    'Get Live Info from GOautodial': goNode(simulator().url, LIVE),
    'Get Live Info from CROCO-dial': crocoNode(simulator().url, { ...LIVE, users: '1003' }),
    'Get Activity from GOautodial': goNode(simulator().url, ACTIVITY),
    'Get Counts from GOautodial': goNode(simulator().url, COUNTS),
  }),
};

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
  for (const [title, subject] of Object.entries(PAGES[page]?.() ?? {})) {
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
