import { Dropdown } from './dropdown.mjs';
import { marked } from './marked.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** The form of a credential in the editor. */
export class CredentialForm {
  #page;
  #form;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    this.#form = marked(page, 'editCredential-modal');
  }

  /** Begins a new credential for the node that is open. */
  async create() {
    await marked(this.#page, 'node-credentials-select').getByRole('combobox').first().click();
    await this.#page.getByText('Create new credential').click();
    await this.#form.waitFor();
  }

  /** Opens the credential of the node that is open, which n8n tests at once. */
  async edit() {
    await marked(this.#page, 'credential-edit-button').click();
    await this.#form.waitFor();
  }

  /** @returns {Promise<string[]>} the fields from top to bottom; a star marks what is required */
  async fields() {
    const texts = await marked(this.#form, 'credential-connection-parameter')
      .locator('label > :first-child')
      .allInnerTexts();
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** @param {string} name of the field */
  field(name) {
    return marked(this.#form, `parameter-input-${name}`);
  }

  /**
   * @param {string} name of the field
   * @param {string} value the choice's name where it is a choice
   */
  async fill(name, value) {
    const field = this.field(name);
    if (await field.getByRole('combobox').count()) await new Dropdown(field).choose(value);
    else await field.locator('input').last().fill(value);
  }

  /** Saves; n8n then tests it, and closes the form where that went well. */
  async save() {
    await marked(this.#form, 'credential-save-button').locator('button').click();
  }

  /** Waits until it is closed. */
  async closed() {
    await this.#form.waitFor({ state: 'hidden' });
  }

  async close() {
    await this.#page.keyboard.press('Escape');
    await this.closed();
  }

  /** @param {string} text what must be there to be read */
  async says(text) {
    await this.#form.getByText(text).first().waitFor();
  }

  /** Unfolds what is wrong. */
  async moreDetails() {
    await this.#form.getByText('More details').click();
  }
}
