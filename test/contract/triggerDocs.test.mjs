import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exampleEvents } from '../support/exampleEvents';

const file = path.join(process.cwd(), 'docs', 'trigger.md');
const BEGIN = '<!-- examples: `UPDATE_DOCS=1 npx jest triggerDocs` makes them anew -->';
const END = '<!-- end of examples -->';

/** The examples as they stand in the page: one to unfold for each event. */
function examples() {
  const blocks = [];
  for (const [name, item] of exampleEvents()) {
    const json = JSON.stringify(item, null, 2);
    blocks.push(
      `<details>\n<summary><code>${name}</code>: ${item.title}</summary>\n\n\`\`\`json\n${json}\n\`\`\`\n\n</details>\n`,
    );
  }
  return `${BEGIN}\n\n${blocks.join('\n')}\n${END}`;
}

test('the example items of the page are what the trigger emits', () => {
  const text = readFileSync(file, 'utf8');
  const made = examples();
  const [before, rest = ''] = text.split(BEGIN);
  const after = rest.split(END)[1];
  if (process.env.UPDATE_DOCS) writeFileSync(file, `${before}${made}${after}`);
  expect(readFileSync(file, 'utf8')).toContain(made);
});

test('there is an example of every event the page names', () => {
  const text = readFileSync(file, 'utf8');
  const named = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  const shown = new Set([...exampleEvents().keys()].map((name) => name.split(' ')[0]));
  expect([...shown].sort()).toEqual([...new Set(named)].sort());
});
