import path from 'node:path';
import { marked } from './marked.mjs';
import { NodePanel } from './nodePanel.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** n8n's editor, driven as a user would: by what stands on the screen and the marks for testers. */
export class Editor {
  /**
   * @param {Page} page
   * @param {string} url n8n's
   * @param {string} folder for the pictures
   */
  constructor(page, url, folder) {
    this.page = page;
    this.url = url;
    this.folder = folder;
  }

  /** @param {string} id */
  #marked = (id) => marked(this.page, id);

  /** @param {{email: string, password: string}} account */
  async signIn({ email, password }) {
    await this.page.goto(`${this.url}/signin`);
    await this.page.fill('input[type="email"], input[name="emailOrLdapLoginId"]', email);
    await this.page.fill('input[type="password"]', password);
    await this.page.click('button:has-text("Sign in")');
    await this.page.waitForURL((url) => !url.pathname.includes('signin'));
  }

  /** @param {string} place under /workflow/, for example "new" or "<id>/executions" */
  async openWorkflow(place) {
    await this.page.goto(`${this.url}/workflow/${place}`);
    await this.page.waitForLoadState('networkidle');
    const checklist = this.#marked('suggested-actions-close');
    if (await checklist.isVisible()) await checklist.click();
  }

  /**
   * Types into the search of the list of nodes, which it opens where it is not open.
   * @param {string} text
   * @param {string} [name] of what is to be found; until the search is done the list has others
   */
  async searchNodes(text, name = text) {
    const search = this.#marked('node-creator-search-bar');
    if (!(await search.isVisible())) await this.#marked('node-creator-plus-button').first().click();
    await search.fill(text);
    await this.#listed(name).waitFor();
  }

  /** @returns {Promise<string[]>} the names of what is listed, from top to bottom */
  found() {
    return this.#marked('node-creator-item-name').allInnerTexts();
  }

  /**
   * Opens a node that was found: all it can do.
   * @param {string} name or its beginning
   * @returns {Promise<Record<'Triggers' | 'Actions', string[]>>}
   */
  async openFound(name) {
    await this.#listed(name).click();
    return { Triggers: await this.#unfold('Triggers'), Actions: await this.#unfold('Actions') };
  }

  /**
   * @param {string} category
   * @returns {Promise<string[]>} what is listed in it
   */
  async #unfold(category) {
    const header = this.page.locator(`[data-keyboard-nav-id="${category}"]`);
    const section = this.page.locator('[data-category-collapsed]').filter({ has: header });
    await section.waitFor();
    if ((await section.getAttribute('data-category-collapsed')) === 'true') await header.click();
    const names = marked(section, 'node-creator-item-name');
    await names.first().waitFor();
    return names.allInnerTexts();
  }

  /**
   * Adds a node by one of the things it can do.
   * @param {string} name of that
   * @returns {Promise<NodePanel>} the node, opened
   */
  async addListed(name) {
    await this.#listed(name).click();
    await this.#marked('ndv').waitFor();
    return new NodePanel(this.page);
  }

  /** @param {string} name or its beginning */
  #listed(name) {
    const beginning = new RegExp(`^\\s*${name}`, 'i');
    return this.#marked('node-creator-item-name').filter({ hasText: beginning }).first();
  }

  /**
   * @param {string} name of a node on the canvas
   * @returns {Promise<NodePanel>}
   */
  async openNode(name) {
    await this.#marked('canvas-node').filter({ hasText: name }).first().dblclick();
    await this.#marked('ndv').waitFor();
    return new NodePanel(this.page);
  }

  /** Goes back to the canvas, where a node is open. */
  async closeNode() {
    const close = this.#marked('ndv-close-button');
    if (await close.isVisible()) await close.click();
    await this.#marked('ndv').waitFor({ state: 'hidden' });
  }

  /**
   * Runs the opened node, and waits for what it gives.
   * @param {'table' | 'json'} view how it is shown
   */
  async execute(view) {
    await this.#marked('node-execute-button').first().click();
    const output = this.#marked('output-panel');
    await output.getByText(/^\d+ items?$/).waitFor();
    await output.locator(`[data-test-id="radio-button-${view}"]`).click();
    await this.page.locator('.el-notification__closeBtn').first().click();
  }

  /**
   * The output of the opened node, shown as a table.
   * @returns {Promise<{columns: string[], rows: string[][]}>}
   */
  async outputTable() {
    const table = this.#marked('output-panel').locator('table').first();
    await table.waitFor();
    const columns = await table.locator('thead th').allInnerTexts();
    const rows = await table.locator('tbody tr').all();
    const cells = await Promise.all(rows.map((row) => row.locator('td').allInnerTexts()));
    return { columns: columns.map((name) => name.trim()), rows: cells };
  }

  /**
   * Gives the opened node's output more room.
   * @param {number} pixels
   */
  async widenOutput(pixels) {
    const grip = await this.#marked('panel-drag-button').boundingBox();
    if (!grip) throw new Error('no node is open');
    await this.page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(grip.x + grip.width / 2 - pixels, grip.y, { steps: 10 });
    await this.page.mouse.up();
  }

  /** @param {string} name of the picture */
  async picture(name) {
    await this.page.mouse.move(0, 0);
    await this.page.waitForTimeout(1500);
    await this.page.screenshot({ path: path.join(this.folder, `${name}.png`) });
    console.log(`${name}.png`);
  }
}
