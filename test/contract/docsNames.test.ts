import { firstOfNode } from '../simulator/systems.mjs';
import { editorNames } from '../support/editorNames';
import { markdownFiles, prose } from '../support/markdown.mjs';
import { rightsTable } from '../support/rightsTable.mjs';
import { projectText } from '../support/texts.mjs';

/** Pages for users; what stands behind this heading is for developers. */
const FOR_DEVELOPERS = '## What the server really answers';
const PAGES = markdownFiles().filter(
  (file) => /^(README|docs\/|examples\/)/.test(file) && !/architecture|n8n\.md|mutation/.test(file),
);

/** Names in n8n's own editor, and of its nodes. */
const OF_N8N = [
  'Active',
  'Basic Auth',
  'Confirm update',
  'Continue',
  'Continue (using error output)',
  'Create Credential',
  'Custom Auth',
  'Data tables',
  'Error Trigger',
  'Execute step',
  'Execute workflow',
  'Executions',
  'Fetch Test Event',
  'Filter',
  'Import from File',
  'Install',
  'JWT Auth',
  'On Error',
  'Publish',
  'Retry',
  'Save',
  'Send a message',
  'Settings',
  'Settings → Community Nodes',
  'Settings → Community Nodes → Install',
  'Switch',
  'Update',
  '⋯ → Download',
];

/** Names in the vendors' menus, in other services, and on our own screens. */
const OF_OTHERS = [
  '2FA Override',
  'API Allowed Functions',
  'API IP List',
  'API Scopes',
  'Admin Viewable Groups',
  'Admin → Users → Add A New User',
  'Administration → Permissions',
  'Administration → Users',
  'Allowed Campaigns',
  'App Settings → Dev Tools → JWT Apps',
  'Enforce JTI',
  'Events API v2',
  'HS256',
  'Ignore Two Factor Authentication',
  'Look at',
  'Modify User',
  'My Account → Personal Access Tokens',
  'Omnichannel',
  'Omnichannel → Managers',
  'Open',
  'Publish the app',
];

/** What stands out without being a name: small letters, sentences, links, headings in a line. */
const PLAIN = ['In n8n', 'By hand'];
const isPlain = (phrase: string) =>
  /^[^A-Z2⋯]|[.\]]/.test(phrase) || phrase.split(/[ →]+/).length > 8 || PLAIN.includes(phrase);

/** What stands out on a page, but for the words that begin an entry of a list. */
function emphasised(file: string): string[] {
  const [text = ''] = projectText(file).split(FOR_DEVELOPERS);
  const flat = prose(text)
    .replace(/^ *- \*\*[^*]+\*\*/gm, '')
    .replace(/`[^`\n]*`/g, '')
    .replace(/\s+/g, ' ');
  return [...flat.matchAll(/(?<![\w*])(\*\*|\*)(?=\S)([^*]+?)\1(?![\w*])/g)]
    .map(([, , phrase = '']) => phrase)
    .filter((phrase) => !isPlain(phrase));
}

/** A name without what its unit is: "Repeat Every (Minutes)" is called Repeat Every. */
const names = new Set([...editorNames()].flatMap((name) => [name, name.replace(/ \(.*\)$/, '')]));
const others = [...OF_N8N, ...OF_OTHERS];

test.each(PAGES)('%s names nothing that the editor does not show', (file) => {
  const unknown = emphasised(file).filter((name) => !names.has(name) && !others.includes(name));
  expect(unknown).toEqual([]);
});

test('names of n8n and of others that no page names any more are gone from the lists', () => {
  const shown = new Set(PAGES.flatMap(emphasised));
  expect(others.filter((name) => !shown.has(name))).toEqual([]);
});

test.each(firstOfNode.map(({ page }) => page))(
  '%s lists rights for operations as the editor calls them',
  (page) => {
    const operations = rightsTable(page)
      .map(({ task }) => task.replace(/^(the|a) (trigger|lists?|credential test)\b.*$/, ''))
      .flatMap((task) => task.split(', '))
      .map((task) => task.replace(/ (with|without|by|of) .*$/, ''))
      .filter((task) => task !== '');
    expect(operations.length).toBeGreaterThan(3);
    expect(operations.filter((name) => !names.has(name))).toEqual([]);
  },
);
