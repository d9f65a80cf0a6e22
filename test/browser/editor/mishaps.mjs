/** @typedef {import('playwright-core').Page} Page */

/** n8n looks for a preview of each node's output; it would show none of a trigger's, so those have none. */
const NO_PREVIEW = /\/schemas\/(n8n-nodes-base|.*Trigger)\b/;

/**
 * Notes what must never happen in the editor: an error of the page, or an answer of n8n that is one.
 * n8n also asks addresses on the internet, which may be out of reach.
 * @param {Page} page
 * @param {string} url n8n's
 * @returns {string[]} filled as it happens
 */
export function watchEditor(page, url) {
  /** @type {string[]} */
  const seen = [];
  page.on('pageerror', ({ message }) => seen.push(`error: ${message}`));
  page.on('console', (line) => {
    // What could not be loaded from n8n is noted below, with its status.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) {
      seen.push(`console: ${line.text()}`);
    }
  });
  page.on('response', (answer) => {
    const isOurs = answer.url().startsWith(url) && !NO_PREVIEW.test(answer.url());
    if (answer.status() >= 400 && isOurs) {
      seen.push(`answer: ${answer.status()} ${answer.url()}`);
    }
  });
  return seen;
}

/**
 * Labels, notices, buttons and choices that are cut off or hold what is no word for a person.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export function untidy(page) {
  return page
    .locator('label .n8n-text, [role="alert"], [role="dialog"] button, .el-select-dropdown__item')
    .evaluateAll((all) =>
      all
        .filter((each) => each.checkVisibility())
        .flatMap((each) => {
          const text = each.textContent?.trim() ?? '';
          /** @type {(Element | null | undefined)[]} */
          const boxes = [each, each.parentElement, each.parentElement?.parentElement];
          const cut = boxes.some(
            (box) =>
              box &&
              box.clientWidth > 0 &&
              box.scrollWidth > box.clientWidth + 1 &&
              getComputedStyle(box).overflowX !== 'visible',
          );
          const odd = /undefined|\[object|\bNaN\b|\bnull\b|\{\{/.test(text);
          return [...(cut ? [`cut off: ${text}`] : []), ...(odd ? [`odd: ${text}`] : [])];
        }),
    );
}
