import path from 'node:path';
import { marked } from './marked.mjs';
import { NodeList } from './nodeList.mjs';
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
    this.nodes = new NodeList(page);
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
   * @param {string} name of a node on the canvas
   * @returns {Promise<NodePanel>}
   */
  async openNode(name) {
    await this.#marked('canvas-node').filter({ hasText: name }).first().dblclick();
    await this.#marked('ndv').waitFor();
    return new NodePanel(this.page);
  }

  /** The icons of the nodes on the canvas, those of n8n's own nodes aside. */
  icons() {
    return this.#marked('canvas-node')
      .locator('img')
      .evaluateAll((all) =>
        all.map((image) => ({
          file: image.getAttribute('src'),
          isDrawn: image instanceof HTMLImageElement && image.naturalWidth > 0,
        })),
      );
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

  /** The beginnings of notes on the canvas whose text does not fit in. */
  async cutNotes() {
    await this.#marked('sticky').first().waitFor();
    return this.#marked('sticky').evaluateAll((notes) =>
      notes
        .filter((note) =>
          Array.from(note.querySelectorAll('*')).some(
            (box) =>
              box.scrollHeight > box.clientHeight + 1 &&
              getComputedStyle(box).overflowY === 'hidden',
          ),
        )
        .map((note) => note.textContent?.trim().slice(0, 40)),
    );
  }

  /**
   * The fields that the opened node is given, as they are listed to be dragged.
   * @param {number} most
   * @returns {Promise<string[]>} the first ones
   */
  async inputFields(most) {
    const fields = marked(this.#marked('ndv-input-panel'), 'run-data-schema-item');
    const names = await fields.allInnerTexts();
    return names.slice(0, most).map((name) => name.trim());
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
