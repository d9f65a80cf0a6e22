import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { projectFiles } from '../support/markdown.mjs';
import { projectText } from '../support/texts.mjs';

/* docs/architecture.md, held against the folders, names and imports that there are. */

const root = path.join(__dirname, '../..');
const page = projectText('docs/architecture.md');
const SHARED = 'nodes/shared/';

const sources = ['nodes', 'credentials'].flatMap((folder) => projectFiles(folder, /\.ts$/));
const vendors = foldersIn('nodes').filter((folder) => folder !== 'shared');

/** @param {string} folder */
function foldersIn(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/**
 * The project's own files that a file imports.
 * @param {string} file
 */
function importsOf(file) {
  return ts
    .preProcessFile(projectText(file))
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => path.posix.join(path.posix.dirname(file), fileName))
    .map((name) => (existsSync(path.join(root, `${name}.ts`)) ? `${name}.ts` : `${name}/index.ts`));
}

const imports = new Map(sources.map((file) => [file, importsOf(file)]));
const arrows = [...imports].flatMap(([from, all]) => all.map((to) => ({ from, to })));

/** @param {string} name of a file or folder of nodes/ @returns {string} the vendor's folder, or `shared` */
const partOf = (name) => name.split('/')[1] ?? '';

/** The files of a vendor's folder, from top to bottom, as the page's table has them. */
const vendorFiles = [...page.matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
);

/** The rooms of nodes/shared, from top to bottom, as the page lists them. */
const sharedRooms = [...page.matchAll(/^\d\. `(nodes\/shared\/\w+)`$/gm)].map(([, name]) => name);

/**
 * On which row of the table a file of a vendor is; undefined where it is on none.
 * @param {string} file
 */
function rowOf(file) {
  const [, vendor = '', ...rest] = file.split('/');
  const name = rest.join('/');
  const fits = (/** @type {string} */ pattern) =>
    new RegExp(
      `^${pattern
        .replaceAll('<Vendor>', vendor)
        .replace(/<\w+>/g, '[^/]+')
        .replaceAll('.', '\\.')}$`,
    ).test(name);
  const row = vendorFiles.findIndex((patterns) => patterns.some(fits));
  return row === -1 ? undefined : row;
}

describe('folders and names', () => {
  test('every folder that the layout names is there, and no other is in nodes/', () => {
    const layout = /```\n([^]*?)```/.exec(page)?.[1] ?? '';
    const named = [...layout.matchAll(/([A-Za-z0-9_]+)\//g)].map(([, name = '']) => name);
    const there = [
      ...foldersIn('.'),
      ...['nodes', 'nodes/shared', 'test'].flatMap((folder) => foldersIn(folder)),
    ];
    expect(named.filter((name) => !there.includes(name))).toEqual([]);
    const all = [...foldersIn('nodes'), ...foldersIn('nodes/shared'), ...foldersIn('test')];
    expect(all.filter((name) => !named.includes(name))).toEqual([]);
  });

  test.each(vendors)('%s has every file of the table', (vendor) => {
    const rows = sources.filter((file) => partOf(file) === vendor).map(rowOf);
    const missing = vendorFiles.filter((_, row) => !rows.includes(row));
    expect(missing).toEqual([]);
  });

  test('the rooms of nodes/shared are all in the order of imports', () => {
    expect([...sharedRooms].sort()).toEqual(
      foldersIn('nodes/shared').map((name) => `${SHARED}${name}`),
    );
  });

  test('every file that the page names is there', () => {
    const engine = page.slice(page.indexOf("## The trigger's engine"));
    const named = [...engine.matchAll(/([A-Za-z]+\.ts)\b/g)].map(([, name = '']) => name);
    const missing = named.filter((name) => !sources.some((file) => file.endsWith(`/${name}`)));
    expect(missing).toEqual([]);
  });
});

describe('arrows', () => {
  test('nothing in nodes/shared knows a vendor, and vendors do not import each other', () => {
    const wrong = arrows.filter(
      ({ from, to }) =>
        from.startsWith('nodes/') && partOf(to) !== 'shared' && partOf(from) !== partOf(to),
    );
    expect(wrong).toEqual([]);
  });

  test('within nodes/shared they only go down', () => {
    const room = (/** @type {string} */ file) =>
      sharedRooms.findIndex((name) => file.startsWith(`${name}/`));
    const wrong = arrows.filter(
      ({ from, to }) => partOf(from) === 'shared' && room(to) < room(from),
    );
    expect(wrong).toEqual([]);
  });

  test("within a vendor's folder they only go down the table", () => {
    const wrong = arrows.filter(({ from, to }) => {
      if (partOf(from) !== partOf(to) || partOf(from) === 'shared') return false;
      const [above, below] = [rowOf(from), rowOf(to)];
      return above !== undefined && below !== undefined && below < above;
    });
    expect(wrong).toEqual([]);
  });

  test('no circle', () => {
    /** @type {string[][]} */
    const circles = [];
    const done = new Set();
    const visit = (/** @type {string} */ file, /** @type {string[]} */ way) => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file]);
      if (done.has(file) || way.includes(file)) return;
      for (const next of imports.get(file) ?? []) visit(next, [...way, file]);
      done.add(file);
    };
    sources.forEach((file) => visit(file, []));
    expect(circles).toEqual([]);
  });
});
