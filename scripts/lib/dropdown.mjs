/** @typedef {import('playwright-core').Locator} Locator */

/** A select of n8n's editor, driven by mouse and keyboard. */
export class Dropdown {
  #place;
  #field;

  /** @param {Locator} place which has no other in it */
  constructor(place) {
    this.#place = place;
    this.#field = place.getByRole('combobox').first();
  }

  /**
   * What can be chosen, its description left out.
   * @returns {Promise<string[]>}
   */
  async choices() {
    const list = await this.#open();
    const texts = await list.locator('.el-select-dropdown__item:visible').allInnerTexts();
    await this.#close();
    return texts.map((text) => text.split('\n')[0] ?? '');
  }

  /** @returns {Promise<string[]>} what is chosen */
  async chosen() {
    const tags = await this.#tags();
    return tags.length > 0 ? tags : [await this.#field.inputValue()];
  }

  /** What is chosen where several can be. */
  async #tags() {
    const texts = await this.#place.locator('.el-tag').allInnerTexts();
    return texts.map((name) => name.trim());
  }

  /**
   * Makes these the choice, also where others were chosen before.
   * @param {string[]} names
   */
  async choose(...names) {
    const chosen = await this.#tags();
    const list = await this.#open();
    const turned = [
      ...chosen.filter((name) => !names.includes(name)),
      ...names.filter((name) => !chosen.includes(name)),
    ];
    for (const name of turned) {
      const start = new RegExp(`^\\s*${name.replace(/[^\w\s]/g, '\\$&')}\\s*(\\n|$)`);
      const option = list.locator('.el-select-dropdown__item');
      const all = await option.filter({ hasText: name }).all();
      const texts = await Promise.all(all.map((each) => each.innerText()));
      const found = all[texts.findIndex((text) => start.test(text))];
      if (!found) throw new Error(`no choice "${name}" among ${JSON.stringify(texts)}`);
      await found.click();
    }
    await this.#close();
  }

  async #open() {
    // Not while n8n still reads what can be chosen; and not on what is chosen, which would be removed.
    await this.#place.locator('.el-input:not(.is-disabled)').first().waitFor();
    await this.#place.locator('.el-select__caret').first().click();
    const id = await this.#field.getAttribute('aria-controls');
    const list = this.#field.page().locator(`[id="${id}"]`);
    await list.locator('.el-select-dropdown__item').first().waitFor();
    return list;
  }

  async #close() {
    const list = this.#field.page().locator('.el-select__popper:visible');
    if (await list.count()) await this.#field.press('Escape');
    await list.first().waitFor({ state: 'hidden' });
  }
}
