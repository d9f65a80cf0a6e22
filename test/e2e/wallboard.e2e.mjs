import assert from 'node:assert/strict';
import { executions } from '../../playground/lib/n8n-executions.mjs';
import { openBrowser } from '../../scripts/lib/browser.mjs';
import { readWorkflow } from '../../scripts/lib/wallboard.mjs';
import { accessible, noSidewaysScroll, watch } from '../browser/lib/assertions.mjs';
import { installWallboard, viewer } from '../browser/lib/installWallboard.mjs';
import { goAutoDial } from '../simulator/goAutoDial/system.mjs';
import { listing } from '../simulator/systems.mjs';
import { vicidial } from '../simulator/vicidial/system.mjs';
import { nobodyPaused } from './lib/floor.mjs';
import { eventually } from './lib/wait.mjs';
import { PACKAGE } from './lib/workflows.mjs';

/** @typedef {import('./lib/stage.mjs').Stage} Stage */
/** @typedef {import('playwright-core').Page} Page */

const HOSTILE = '<img src=x onerror=alert(1)>';
const FAST = { refreshSeconds: 5, pausedMinutes: 0.1, wrapUpMinutes: 0, inQueue: 0 };

/** @param {string} user @param {string} password */
const basic = (user, password) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

/** @param {string} url @returns {Promise<any>} what the page shows */
async function shown(url) {
  const answer = await fetch(url, { headers: basic(viewer.user, viewer.password) });
  const html = await answer.text();
  const [, json] = /<script id="floor"[^>]*>([^]*?)<\/script>/.exec(html) ?? [];
  assert.ok(json, `${answer.status} ${html.slice(0, 300)}`);
  return JSON.parse(json);
}

/**
 * @param {Stage} stage
 * @param {string} url
 * @param {(page: Page) => Promise<void>} look
 */
async function inBrowser(stage, url, look) {
  const browser = await openBrowser(stage.signal);
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    const mishaps = watch(page);
    // As a person would: the browser keeps the login, and nothing repeats it for the page's script.
    await page.goto(url.replace('://', `://${viewer.user}:${viewer.password}@`));
    await look(page);
    assert.deepEqual(mishaps, []);
  } finally {
    await browser.close();
  }
}

/** @type {import('./lib/suite.mjs').Suite} */
export default {
  title: 'wallboard',
  tests: {
    'nobody sees the page without its login': async (stage) => {
      const simulator = await stage.simulate();
      const { url } = await installWallboard(stage.client, simulator, { path: 'board-login' });
      const statusOf = async (/** @type {RequestInit} */ init) => (await fetch(url, init)).status;
      assert.equal(await statusOf({ headers: basic(viewer.user, viewer.password) }), 200);
      const before = simulator.requests().length;
      assert.equal(await statusOf({}), 401, 'the browser asks for the login');
      const wrong = { headers: basic(viewer.user, 'wrong') };
      const bearer = { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' };
      for (const init of [wrong, { method: 'POST' }, { method: 'POST', headers: bearer }]) {
        const status = await statusOf(init);
        assert.ok([401, 403].includes(status), `refused with ${status}`);
      }
      const basicPost = { method: 'POST', headers: basic(viewer.user, viewer.password) };
      assert.notEqual(await statusOf(basicPost), 200);
      assert.equal(simulator.requests().length, before, 'nobody asks the contact centers');
    },

    'shows everybody of all contact centers, and refreshes itself': async (stage) => {
      const simulator = await stage.simulate();
      nobodyPaused(simulator);
      simulator.world.setAgent('1001', { name: HOSTILE });
      const { id, url } = await installWallboard(stage.client, simulator, {
        path: 'board-page',
        settings: FAST,
      });
      await inBrowser(stage, url, async (page) => {
        const here = simulator.world.signedIn().length;
        const sections = page.locator('.floor');
        for (const name of ['VICIdial', 'CROCO-dial / GOautodial']) {
          const section = sections.filter({ has: page.getByRole('heading', { name }) });
          await section.locator('.card').first().waitFor();
          assert.equal(await section.locator('.card').count(), here, name);
        }
        assert.deepEqual(
          await page.locator('.floor').evaluateAll((all) => all.map((one) => one.dataset.status)),
          listing.map(() => 'up'),
        );
        const hostile = page.locator('.card .name', { hasText: HOSTILE });
        assert.equal(await hostile.count(), listing.length);
        assert.equal(await page.locator('main img').count(), 0);
        await accessible(page);
        await noSidewaysScroll(page);

        simulator.world.setAgent('1001', { state: 'paused', reason: 'BREAK' });
        const alert = page.locator('#alert-list li', { hasText: HOSTILE });
        await alert.nth(listing.length - 1).waitFor({ timeout: 60_000 });
        assert.match((await alert.allTextContents()).join('\n'), /≥ 0:\d\d/);
        assert.match((await page.locator('#news').textContent()) ?? '', /New alert/);
        await accessible(page);
      });
      assert.deepEqual(await executions(stage.client, id), [], 'good executions are not kept');
    },

    'remembers since when from one look to the next, and over a reload': async (stage) => {
      const simulator = await stage.simulate();
      const { url } = await installWallboard(stage.client, simulator, {
        path: 'board-memory',
        settings: FAST,
      });
      const ann = async () => {
        const floor = await shown(url);
        return floor.sections[0].agents.find((/** @type {{id: string}} */ { id }) => id === '1001');
      };
      assert.deepEqual([(await ann()).seconds, (await ann()).atLeast], [0, true]);
      await eventually('a time that goes on', 60, async () => (await ann()).seconds >= 3);
    },

    'one contact center that is down is told, and the others are shown': async (stage) => {
      const simulator = await stage.simulate();
      simulator.faults.set({ type: 'gateway502', match: { vendor: 'vicidial' } });
      const { url } = await installWallboard(stage.client, simulator, { path: 'board-down' });
      const { sections, alerts } = await shown(url);
      assert.deepEqual(
        sections.map((/** @type {{status: string}} */ { status }) => status),
        listing.map((system) => (system === vicidial ? 'down' : 'up')),
      );
      assert.equal(alerts[0].who, 'VICIdial');
      assert.match(alerts[0].what, /cannot be read.*502/);
    },

    'works with one contact center when the nodes of the others are deleted': async (stage) => {
      const simulator = await stage.simulate();
      const { nodes } = await readWorkflow();
      const without = nodes
        .filter(({ type }) => type.startsWith(PACKAGE) && !type.endsWith(`.${goAutoDial.node}`))
        .map(({ name }) => name);
      const { url } = await installWallboard(stage.client, simulator, {
        path: 'board-one',
        without,
      });
      const { sections } = await shown(url);
      assert.deepEqual(
        sections.map((/** @type {{name: string, status: string}} */ { name, status }) => [
          name,
          status,
        ]),
        [['CROCO-dial / GOautodial', 'up']],
      );
      assert.equal(sections[0].agents.length, simulator.world.signedIn().length);
    },
  },
};
