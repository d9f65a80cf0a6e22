import { marked } from './marked.mjs';
import { NodePanel } from './nodePanel.mjs';

/** The editor's list of nodes, from which they are added to a workflow. */
export class NodeList {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  /**
   * Types into the search of the list of nodes, which it opens where it is not open.
   * @param {string} text
   * @param {string} [name] of what is to be found; until the search is done the list has others
   */
  async search(text, name = text) {
    const search = marked(this.#page, 'node-creator-search-bar');
    if (!(await search.isVisible()))
      await marked(this.#page, 'node-creator-plus-button').first().click();
    await search.fill(text);
    await this.#listed(name).waitFor();
  }

  /** @returns {Promise<string[]>} the names of what is listed, from top to bottom */
  found() {
    return marked(this.#page, 'node-creator-item-name').allInnerTexts();
  }

  /**
   * Opens a node that was found: all it can do.
   * @param {string} name or its beginning
   * @returns {Promise<Record<'Triggers' | 'Actions', string[]>>}
   */
  async open(name) {
    await this.#listed(name).click();
    return { Triggers: await this.#unfold('Triggers'), Actions: await this.#unfold('Actions') };
  }

  /**
   * @param {string} category
   * @returns {Promise<string[]>} what is listed in it
   */
  async #unfold(category) {
    const header = this.#page.locator(`[data-keyboard-nav-id="${category}"]`);
    const section = this.#page.locator('[data-category-collapsed]').filter({ has: header });
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
  async add(name) {
    await this.#listed(name).click();
    await marked(this.#page, 'ndv').waitFor();
    return new NodePanel(this.#page);
  }

  /** @param {string} name or its beginning */
  #listed(name) {
    const beginning = new RegExp(`^\\s*${name}`, 'i');
    return marked(this.#page, 'node-creator-item-name').filter({ hasText: beginning }).first();
  }
}
