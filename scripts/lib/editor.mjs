import path from 'node:path';

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
  #marked = (id) => this.page.locator(`[data-test-id="${id}"]`);

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

  /** @param {string} text part of the name of what is to be found */
  async searchNodes(text) {
    await this.#marked('node-creator-plus-button').first().click();
    await this.#marked('node-creator-search-bar').fill(text);
    await this.#found(text).waitFor();
  }

  /**
   * The first of the nodes found; until the search is done the list has others.
   * @param {string} text
   */
  #found(text) {
    return this.#marked('item-iterator-item')
      .filter({ hasText: new RegExp(text, 'i') })
      .first();
  }

  /**
   * Opens the first of the nodes found: all it can do.
   * @param {string} text what was searched for
   */
  async openFound(text) {
    await this.#found(text).click();
    await this.page.getByText(/^Actions \(\d+\)$/).click();
  }

  /** @param {string} name of a node on the canvas */
  async openNode(name) {
    await this.#marked('canvas-node').filter({ hasText: name }).first().dblclick();
    await this.#marked('ndv').waitFor();
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
