/**
 * What n8n has marked for testers.
 * @param {import('playwright-core').Page | import('playwright-core').Locator} place
 * @param {string} id
 */
export const marked = (place, id) => place.locator(`[data-test-id="${id}"]`);
