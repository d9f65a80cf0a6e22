import assert from 'node:assert/strict';
import path from 'node:path';
import { owner, prepare } from '../../../playground/lib/open.mjs';
import { systems } from '../../simulator/systems.mjs';
import { openBrowser } from '../../../scripts/lib/browser.mjs';
import { Editor } from '../../../scripts/lib/editor.mjs';
import { workFolder } from '../../../scripts/lib/paths.mjs';
import { Stage } from '../../e2e/lib/stage.mjs';
import { freshWorkflow } from '../../e2e/lib/workflows.mjs';
import { watchEditor } from './mishaps.mjs';
import { settles } from './settles.mjs';

/** @typedef {import('../../e2e/lib/stage.mjs').Simulator} Simulator */
/** @typedef {import('../../simulator/systems.mjs').System} System */

/** Where n8n's data lies, and a picture of each test that failed. */
const folder = path.join(workFolder, 'editor');

/** How long anything on the page may take: the machine may be slow. */
const PATIENCE_MS = 60_000;

/** What the tests of the editor play on: a real n8n, a browser signed in, a contact center. */
export class EditorStage extends Stage {
  /** @type {import('playwright-core').Browser | undefined} */
  #browser;
  /** @type {Map<System, string>} */
  #workflows = new Map();
  /** @type {string[]} */
  #mishaps = [];
  /** @type {Editor | undefined} */
  #editor;
  /** @type {Simulator | undefined} */
  #simulator;

  /** @param {AbortSignal} signal ends the browser, and with it whatever waits for it */
  static async prepare(signal) {
    return new EditorStage(await prepare({ folder, afresh: true, signal }));
  }

  get editor() {
    if (!this.#editor) throw new Error('the browser is not open');
    return this.#editor;
  }

  get page() {
    return this.editor.page;
  }

  /** The contact center that all credentials lead to. */
  get simulator() {
    if (!this.#simulator) throw new Error('the contact center is not open');
    return this.#simulator;
  }

  /** Who is paused in it. */
  paused() {
    return this.simulator.world.signedIn().filter(({ state }) => state === 'paused');
  }

  async open() {
    await super.open();
    this.#simulator = await this.simulate();
    for (const system of systems) {
      const name = `all of ${system.name}`;
      this.#workflows.set(system, await freshWorkflow(this, name, this.simulator, system));
    }
    this.#browser = await openBrowser(this.signal);
    this.signal.addEventListener('abort', () => void this.#browser?.close());
    const page = await this.#browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(PATIENCE_MS);
    this.#editor = new Editor(page, this.client.url, folder);
    await this.#editor.signIn(owner);
    this.#mishaps = watchEditor(page, this.client.url);
  }

  /**
   * Opens a workflow with a vendor's trigger and node, in which nothing was set at first.
   * @param {System} system
   * @returns {Promise<string>} its id
   */
  async openWorkflow(system) {
    const id = this.#workflows.get(system) ?? '';
    if (this.page.url().includes(id)) await this.editor.closeNode();
    else await this.editor.openWorkflow(id);
    return id;
  }

  /**
   * Opens a node of that workflow.
   * @param {System} system
   * @param {string} name
   */
  async openNode(system, name) {
    await this.openWorkflow(system);
    return this.editor.openNode(name);
  }

  /**
   * Waits until n8n has saved a node of that workflow as it was set.
   * @template T
   * @param {System} system
   * @param {string} name
   * @param {(parameters: Record<string, any>) => T} read
   * @param {T} expected
   */
  async savedAs(system, name, read, expected) {
    await settles(async () => {
      const id = this.#workflows.get(system);
      const { nodes } = await this.client.call('GET', `/rest/workflows/${id}`);
      const node = nodes.find((/** @type {{name: string}} */ each) => each.name === name);
      return read(node.parameters);
    }, expected);
  }

  /**
   * A test after which nothing may have gone wrong on the page; of one that fails there is a picture.
   * @param {string} name
   * @param {(stage: EditorStage) => Promise<string | void>} test
   */
  async watched(name, test) {
    try {
      await test(this);
      assert.deepEqual(this.#mishaps, []);
    } catch (error) {
      const picture = path.join(folder, `${name.replace(/[^\w.]+/g, '-')}.png`);
      await this.page.screenshot({ path: picture }).catch(() => undefined);
      throw error;
    } finally {
      this.#mishaps.length = 0;
    }
  }

  async end() {
    await this.#browser?.close();
    await super.end();
  }
}
