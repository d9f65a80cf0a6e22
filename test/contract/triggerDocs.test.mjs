import { exampleEvents } from '../support/exampleEvents';
import { itemsOnPage, projectText } from '../support/texts.mjs';

const FILE = 'docs/trigger.md';

test('the example items of the page are what the trigger emits', () => {
  /** @type {Map<string, unknown>} */
  const items = new Map();
  for (const [name, item] of exampleEvents()) {
    items.set(`<code>${name}</code>: ${item.title}`, item);
  }
  const made = itemsOnPage(FILE, 'triggerDocs', items);
  expect(projectText(FILE)).toContain(made);
});

test('there is an example of every event the page names', () => {
  const named = [...projectText(FILE).matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  const shown = new Set([...exampleEvents().keys()].map((name) => name.split(' ')[0]));
  expect([...shown].sort()).toEqual([...new Set(named)].sort());
});
