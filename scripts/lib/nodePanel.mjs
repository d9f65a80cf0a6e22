import { Dropdown } from './dropdown.mjs';
import { marked } from './marked.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** A node that is open in the editor: its parameters, by name, as a person sets them. */
export class NodePanel {
  #page;
  #all;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    this.#all = marked(page, 'node-parameters');
  }

  /**
   * The labels and notices that can be seen, from top to bottom.
   * @returns {Promise<string[]>}
   */
  shown() {
    return this.#all
      .locator('[data-test-id="input-label"], [role="alert"]')
      .evaluateAll((all) =>
        all
          .filter((each) => each.checkVisibility())
          .map((each) => (each.querySelector('label .n8n-text') ?? each).textContent?.trim() ?? ''),
      );
  }

  /**
   * The field of a parameter.
   * @param {string} name
   * @param {{rows: string, row: number}} [at] where it is in rows: their parameter, and which of them
   */
  field(name, at) {
    const fields = (at ? marked(this.#all, `fixed-collection-${at.rows}`) : this.#all).locator(
      `[data-test-id="parameter-input-${name}"]`,
    );
    return fields.nth(at?.row ?? 0);
  }

  /**
   * @param {string} name
   * @param {{rows: string, row: number}} [at]
   */
  select(name, at) {
    return new Dropdown(this.field(name, at));
  }

  /** @param {string} name of a yes or no, which is turned */
  async toggle(name) {
    await this.field(name).locator('.el-switch').click();
  }

  /**
   * Types into a field, in place of what it holds.
   * @param {string} name
   * @param {string} text
   * @param {{rows: string, row: number}} [at]
   */
  async type(name, text, at) {
    const input = this.field(name, at).locator('input').last();
    await input.click();
    await input.press('ControlOrMeta+a');
    await input.pressSequentially(text);
    await input.press('Tab');
  }

  /** @param {string} rows the parameter that gets one more */
  async addRow(rows) {
    await marked(marked(this.#all, `fixed-collection-${rows}`), 'fixed-collection-add').click();
  }

  /**
   * What can be added to a collection, nothing of which it has yet.
   * @param {string} collection
   * @returns {Promise<string[]>}
   */
  async addable(collection) {
    const adding = this.#adding(collection);
    if (await adding.getByRole('combobox').count()) return new Dropdown(adding).choices();
    // n8n has a button for a single choice, which does not tell what it adds.
    const box = this.#collection(collection);
    await adding.click();
    const added = box.locator('.indent label .n8n-text');
    await added.waitFor();
    const name = (await added.innerText()).trim();
    await added.hover();
    await box.getByTitle('Delete').click();
    await added.waitFor({ state: 'detached' });
    return [name];
  }

  /**
   * @param {string} collection
   * @param {string} choice
   */
  async add(collection, choice) {
    await new Dropdown(this.#adding(collection)).choose(choice);
  }

  /**
   * The list that an agent is picked from.
   * @param {string} name of the parameter
   * @param {string} typed into its search
   * @returns {Promise<import('playwright-core').Locator>} what it has found
   */
  async search(name, typed) {
    const input = this.#page.locator('[data-test-id="rlc-search"]:visible');
    if (!(await input.isVisible())) await marked(this.field(name), 'rlc-input').click();
    const found = this.#page.locator('[data-test-id="rlc-item"]:visible');
    await found.first().waitFor();
    await input.fill(typed);
    return found;
  }

  /**
   * @param {string} name of the parameter
   * @returns {Promise<string>} who is picked from the list
   */
  picked(name) {
    return marked(this.field(name), 'rlc-input').inputValue();
  }

  /** @param {string} name of a collection */
  #collection(name) {
    const label = this.#page.locator(`label[for="${name}"]`);
    return marked(this.#all, 'parameter-item').filter({ has: label }).first();
  }

  /** @param {string} collection */
  #adding(collection) {
    return marked(this.#collection(collection), 'collection-parameter-add');
  }
}
