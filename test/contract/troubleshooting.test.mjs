import { messagesInCode, messagesOfCredentials } from '../support/messages.mjs';
import { projectText, updateText } from '../support/texts.mjs';

const FILE = 'docs/troubleshooting.md';

/** Sections whose entries are no messages of ours. */
const OTHERS = ['Without a message', 'What n8n itself says'];

/** The second lines that n8n may show below each message, as a quote. */
function quotes() {
  const advices = new Map();
  for (const { message, advice } of [...messagesInCode(), ...messagesOfCredentials()]) {
    const title = message.replace(/\.$/, '');
    advices.set(title, (advices.get(title) ?? new Set()).add(advice));
  }
  return new Map(
    [...advices].map(([title, all]) => [
      title,
      [...all]
        .filter(Boolean)
        .map((advice) => `> ${advice}\n`)
        .join('>\n'),
    ]),
  );
}

/**
 * The page's entries for our messages.
 * @param {string} text
 */
const entries = (text) =>
  text
    .split(/^(?=## )/m)
    .slice(1)
    .filter((section) => !OTHERS.some((title) => section.startsWith(`## ${title}\n`)))
    .flatMap((section) => section.split(/^(?=### )/m).slice(1))
    .map((entry) => {
      const [, title = '', quote = '', rest = ''] =
        /^### (.*)\n\n((?:>.*\n)*)([^]*)$/.exec(entry) ?? [];
      return { entry, title, quote, rest };
    });

const said = quotes();

test('there is an entry for every message, and a message for every entry', () => {
  const titles = entries(projectText(FILE)).map(({ title }) => title);
  expect(titles.sort()).toEqual([...said.keys()].sort());
});

test('below each message stands what n8n shows there', () => {
  updateText(FILE, (text) => {
    const anew = entries(text).reduce((page, { entry, title, rest }) => {
      const body = [said.get(title), rest.trim() && `${rest.trim()}\n`].filter(Boolean).join('\n');
      return page.replace(entry, () => `### ${title}\n\n${body}\n`);
    }, text);
    return `${anew.trimEnd()}\n`;
  });
  const shown = entries(projectText(FILE)).map(({ title, quote }) => [title, quote]);
  expect(shown).toEqual(shown.map(([title = '']) => [title, said.get(title)]));
});

test('what n8n itself says is what it says in a real n8n', () => {
  const [, section = ''] = projectText(FILE).split('\n## What n8n itself says\n');
  const titles = [...section.matchAll(/^### (.*)$/gm)].map(([, title = '']) => title);
  const tried = ['credential', 'walled'].map((suite) => projectText(`test/e2e/${suite}.e2e.mjs`));
  expect(titles.length).toBeGreaterThan(4);
  expect(titles.filter((title) => !tried.some((text) => text.includes(title)))).toEqual([]);
});
