import { upperFirst } from 'lodash';
import { n8n } from '../../package.json';
import { systems } from '../simulator/systems.mjs';
import { vicidial } from '../simulator/vicidial/system.mjs';
import { classNameOf, credentialType, nodeType } from '../support/classes';
import { projectFiles } from '../support/markdown.mjs';
import { projectText } from '../support/texts.mjs';

describe.each(systems)('$name', (system) => {
  test('has a node, a trigger and a credential in the package', () => {
    expect(nodeType(system.node).description.name).toBe(system.node);
    expect(nodeType(`${system.node}Trigger`).description.name).toBe(`${system.node}Trigger`);
    expect(credentialType(system.credentialType).name).toBe(system.credentialType);
  });

  test.each([
    `docs/vendors/${system.page}`,
    `examples/${system.example}`,
    `icons/${system.editor.icon}.svg`,
    `icons/${system.editor.icon}.dark.svg`,
  ])('has %s', (file) => {
    expect(projectText(file)).not.toBe('');
  });
});

test('every node and credential of the package is of a system on the list', () => {
  const named = [
    ...systems.flatMap(({ node }) => [node, `${node}Trigger`]),
    ...systems.map((system) => system.credentialType),
  ];
  expect(new Set([...n8n.nodes, ...n8n.credentials].map(classNameOf))).toEqual(
    new Set(named.map(upperFirst)),
  );
});

test('the README has them in the order of the list', () => {
  const [, text = ''] = projectText('README.md').split('### What each contact center can tell');
  const [, row = ''] = /^\| (\|.*)\|$/m.exec(text) ?? [];
  expect(row.split('|').flatMap((cell) => cell.trim() || [])).toEqual(
    systems.map(({ name }) => name),
  );
});

/** What all systems share: to add one must change nothing in it. */
const SHARED = [
  'playground/lib',
  'scripts',
  'test/browser/editor',
  'test/e2e',
  'test/property',
  'test/scale',
  'test/support',
];

/** Files of it that name a system all the same, and why. */
const ALLOWED: Record<string, string> = {
  'test/e2e/wallboard.e2e.mjs': 'leaves one section of the wallboard, by what its file calls it',
  'test/support/messages.mjs': 'reads how the messages of a node for two systems are made',
  'test/support/recordings.mjs': 'reads the answers of real servers',
  'test/support/statuses.ts': 'is about what two systems have in common',
};

test('what all systems share names none but VICIdial, with which it is tried', () => {
  const others = systems.filter((system) => system !== vicidial);
  const names = others.map(({ name }) => name.replace(/\W/g, '[^a-z]?'));
  const anyName = new RegExp(names.join('|'), 'i');
  const files = [
    'playground/start.mjs',
    ...SHARED.flatMap((folder) => projectFiles(folder, /\.(mjs|ts)$/)),
  ];
  const naming = files.filter((file) => anyName.test(projectText(file)));
  expect(naming.sort()).toEqual(Object.keys(ALLOWED));
});
