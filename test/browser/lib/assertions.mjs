import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** @typedef {import('playwright-core').Page} Page */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds nothing wrong with. The page's own policy lets nobody add a script; the
 * debugger may.
 * @param {Page} page
 */
export async function accessible(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate('axe.run({ resultTypes: ["violations"] })');
  const told = violations.map(
    (/** @type {{id: string, nodes: {html: string}[]}} */ { id, nodes }) => ({
      id,
      nodes: nodes.map(({ html }) => html),
    }),
  );
  assert.deepEqual(told, []);
}

/** @param {Page} page */
export async function noSidewaysScroll(page) {
  const [content, view] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  assert.ok(Number(content) <= Number(view), `${content} px wide in ${view} px`);
}

/**
 * Notes what must never happen on the page: a dialog, an error, a request elsewhere.
 * @param {Page} page
 * @returns {string[]} filled as it happens
 */
export function watch(page) {
  /** @type {string[]} */
  const seen = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => seen.push(`error: ${message}`));
  page.on('console', (line) => {
    if (line.type() === 'error' && !/Failed to load resource|ERR_/.test(line.text())) {
      seen.push(`console: ${line.text()}`);
    }
  });
  page.on('request', (request) => {
    const [path, home] = [new URL(request.url()), new URL(page.url())];
    if (home.origin !== 'null' && path.origin !== home.origin && path.protocol !== 'data:') {
      seen.push(`request: ${request.url()}`);
    }
  });
  return seen;
}
