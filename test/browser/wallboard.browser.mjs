import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { openBrowser } from '../../scripts/lib/browser.mjs';
import { accessible, noSidewaysScroll, watch } from './lib/assertions.mjs';
import { agent, contactCenters, DOWN, HOSTILE, people, untimed, watched } from './lib/people.mjs';
import { serveWallboard } from './lib/wallboardServer.mjs';

/** @typedef {import('playwright-core').BrowserContextOptions} Look */
/** @typedef {import('../../examples/wallboard/floor.mjs').Seen} Seen */
/** @typedef {import('../../examples/wallboard/floor.mjs').Source} Source */

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveWallboard>>} */
let server;
/** @type {string[]} */
let mishaps = [];

const WALL = { width: 1920, height: 1080 };
const PHONE = { width: 390, height: 844 };

before(async () => {
  browser = await openBrowser(new AbortController().signal);
});
after(() => browser.close());
beforeEach(() => {
  mishaps = [];
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await server.close();
  assert.deepEqual(mishaps, []);
});

/** @param {Source[]} sources @param {Look} [look] @param {Record<string, Seen>} [memory] */
async function open(sources, look, memory) {
  server = await serveWallboard(sources, memory);
  const page = await browser.newPage({ viewport: WALL, reducedMotion: 'reduce', ...look });
  mishaps = watch(page);
  await page.goto(server.url);
  await page.waitForFunction(() => document.getElementById('updated')?.textContent);
  return page;
}

/** @param {import('playwright-core').Page} page */
const refreshed = (page) =>
  page.waitForResponse((answer) => answer.request().method() === 'POST', { timeout: 15_000 });

const { sources: floor } = contactCenters(Date.now());

describe('how it looks', () => {
  for (const colorScheme of /** @type {const} */ (['dark', 'light'])) {
    for (const [name, viewport] of Object.entries({ wall: WALL, phone: PHONE })) {
      test(`is accessible and fits: ${name}, ${colorScheme}`, async () => {
        const page = await open([DOWN, ...floor.slice(1)], { viewport, colorScheme });
        await accessible(page);
        await noSidewaysScroll(page);
        const background = await page.evaluate(
          () => getComputedStyle(document.body).backgroundColor,
        );
        const [red = 0] = (background.match(/\d+/g) ?? []).map(Number);
        assert.equal(red < 128, colorScheme === 'dark');
      });
    }
  }

  test('can be read across a room, and larger still with few agents', async () => {
    const page = await open([{ name: 'VICIdial', agents: people(42) }]);
    const size = () =>
      page
        .locator('.card .name')
        .first()
        .evaluate((name) => parseFloat(getComputedStyle(name).fontSize));
    const usual = await size();
    assert.ok(usual >= 20, `${usual} px`);
    server.state.sources = [{ name: 'VICIdial', agents: people(12) }];
    await page.locator('.card').nth(12).waitFor({ state: 'detached' });
    assert.ok((await size()) > usual);
  });

  test('shows two hundred agents at once, each with name, state and time', async () => {
    const agents = people(200);
    const page = await open(
      [{ name: 'VICIdial', agents: untimed(agents) }],
      {},
      { VICIdial: watched(agents, Date.now()) },
    );
    assert.equal(await page.locator('.card').count(), 200);
    const last = await page.locator('.card').last().boundingBox();
    assert.ok(last && last.y + last.height <= WALL.height, JSON.stringify(last));
    await noSidewaysScroll(page);
    await accessible(page);
    const cut = await page
      .locator('.state, .time')
      .evaluateAll(
        (all) =>
          all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth && clientWidth > 0)
            .length,
      );
    assert.equal(cut, 0);
  });

  test('tells an empty floor, a vendor that is down and one that is not set up', async () => {
    const page = await open([
      { name: 'Rocket.Chat', agents: [{}] },
      DOWN,
      { name: 'Kore.ai', agents: [{ title: 'Contact center', pausedMinutes: 10 }] },
      { name: 'GOautodial', agents: null },
    ]);
    assert.deepEqual(await page.locator('.floor h2').allTextContents(), [
      'Rocket.Chat',
      'VICIdial',
      'Kore.ai',
    ]);
    assert.deepEqual(await page.locator('.summary').allTextContents(), [
      'Nobody is logged in',
      'VICIdial does not answer. Check that the server is up.',
      'Not read: the node has no credential or is switched off.',
    ]);
    assert.match(
      (await page.locator('#alert-list').textContent()) ?? '',
      /VICIdial.*cannot be read/,
    );
    await accessible(page);
  });

  test('stands still for those who ask for it, and moves for others', async () => {
    const animation = (/** @type {import('playwright-core').Page} */ page) =>
      page
        .locator('[data-over]')
        .first()
        .evaluate((card) => getComputedStyle(card).animationName);
    const page = await open(floor);
    assert.equal(await animation(page), 'none');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    assert.equal(await animation(page), 'pulse');
  });
});

describe('what it shows', () => {
  test('hostile names are text and do nothing', async () => {
    const agents = HOSTILE.map((name, index) => agent(name, name, 'paused', 900 + index, name));
    const page = await open([{ name: 'VICIdial', agents }]);
    await refreshed(page);
    const names = await page.locator('.card .name').allTextContents();
    assert.deepEqual([...names].sort(), [...HOSTILE].sort());
    const alerted = await page.locator('.who').allTextContents();
    assert.deepEqual([...alerted].sort(), [...HOSTILE].sort());
    assert.equal(await page.locator('main img, main script, main svg[onload]').count(), 0);
    assert.equal(await page.evaluate(() => Reflect.get(window, 'hurt')), undefined);
    await noSidewaysScroll(page);
    await page.setViewportSize(PHONE);
    await noSidewaysScroll(page);
    await accessible(page);
  });

  test('no script runs that is not its own', async () => {
    const page = await open(floor);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.append('window.hurt = 1');
      document.body.append(script);
    });
    assert.equal(await page.evaluate(() => Reflect.get(window, 'hurt')), undefined);
    assert.match(mishaps.splice(0).join(), /Content Security Policy|TrustedScript/);
  });

  test('state is told by word and shape, time for eyes and ears', async () => {
    const page = await open([
      { name: 'Kore.ai', agents: [agent('1', 'Ann', 'paused', 754, 'LUNCH')] },
      { name: 'VICIdial', agents: [agent('1', 'Bob', 'ready', null)] },
    ]);
    const [ann, bob] = [page.locator('.card').nth(0), page.locator('.card').nth(1)];
    assert.match(
      (await ann.textContent()) ?? '',
      /^Ann, over the limit, Paused12:3\d, for 12 minutesLUNCH$/,
    );
    assert.equal(await ann.locator('.state use').getAttribute('href'), '#icon-paused');
    assert.match(
      (await bob.textContent()) ?? '',
      /^Bob.*Ready≥ 0:0\d, seen so for less than a minute$/,
    );
    assert.deepEqual(
      [await ann.locator('.over').isVisible(), await bob.locator('.over').isVisible()],
      [true, false],
    );
    assert.ok(await page.locator('#legend').isVisible());
  });

  test('counts are bars with their numbers', async () => {
    const page = await open([
      { name: 'Kore.ai', agents: people(13), counts: [{ callsWaiting: 3 }] },
    ]);
    const bars = await page.locator('.bar').allTextContents();
    assert.deepEqual(bars, ['Ready3', 'Busy6', 'Wrap-up2', 'Paused2']);
    const widths = await page
      .locator('.share')
      .evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width));
    assert.ok(Number(widths[1]) > 1.9 * Number(widths[0]));
    assert.equal(await page.locator('#waiting').textContent(), '3 in queue');
  });
});

describe('how it is used', () => {
  test('the keyboard reaches the button and each alert, visibly, in this order', async () => {
    const page = await open(floor);
    for (const name of ['Pause updates', 'Chloé Martin', 'Peter Novak']) {
      await page.keyboard.press('Tab');
      const [text, outline] = await page.evaluate(() => {
        const focused = document.activeElement ?? document.body;
        return [focused.textContent, getComputedStyle(focused).outlineStyle];
      });
      assert.deepEqual([text, outline], [name, 'solid']);
    }
    await page.keyboard.press('Enter');
    const target = page.locator('.card:target');
    assert.match((await target.textContent()) ?? '', /^Peter Novak/);
  });

  test('a refresh keeps focus, scroll position and elements, and is silent without news', async () => {
    const page = await open([{ name: 'VICIdial', agents: people(200) }, ...floor.slice(2)]);
    const link = page.locator('.who', { hasText: 'Peter Novak' });
    await link.focus();
    await page.evaluate(() => window.scrollTo(0, 300));
    const card = await page.locator('.card').first().elementHandle();
    server.state.sources = [{ name: 'VICIdial', agents: people(199, 1) }, ...floor.slice(2)];
    await refreshed(page);
    await page.waitForFunction(() => document.querySelectorAll('.card').length === 220);
    assert.equal(await page.evaluate(() => window.scrollY), 300);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Peter Novak');
    assert.ok(await card?.evaluate((element) => element.isConnected));
    assert.equal(await page.locator('#news').textContent(), '');
  });

  test('a new alert is told once, and its end', async () => {
    const page = await open([{ name: 'Kore.ai', agents: [agent('1', 'Ann', 'ready', 5)] }]);
    const news = page.locator('#news');
    assert.equal(await news.getAttribute('role'), 'status');
    server.state.sources = [
      { name: 'Kore.ai', agents: [agent('1', 'Ann', 'paused', 601, 'LUNCH')] },
    ];
    await page.waitForFunction(() => document.getElementById('news')?.textContent);
    assert.equal(await news.textContent(), 'New alert: Ann paused (LUNCH).');
    assert.match(await page.title(), /^\(1\) /);
    await page.locator('.who').focus();
    server.state.sources = [{ name: 'Kore.ai', agents: [agent('1', 'Ann', 'ready', 5)] }];
    await page.waitForFunction(() =>
      document.getElementById('news')?.textContent?.startsWith('Over'),
    );
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'alerts-title');
  });

  test('says so when it cannot refresh, lets time stand still, and recovers', async () => {
    const page = await open(floor);
    server.state.refusal = 500;
    const trouble = page.locator('#trouble');
    await page.waitForFunction(() => document.getElementById('trouble')?.textContent);
    assert.match(
      (await trouble.textContent()) ?? '',
      /^Not up to date: last read at \d\d:\d\d:\d\d. n8n answers with error 500. Trying again.$/,
    );
    await accessible(page);
    const time = page.locator('.card .time').first();
    const stood = await time.textContent();
    await page.waitForTimeout(2100);
    assert.equal(await time.textContent(), stood);
    server.state.refusal = 0;
    await page.waitForFunction(() => !document.getElementById('trouble')?.textContent);
    await page.waitForTimeout(2100);
    assert.notEqual(await time.textContent(), stood);
  });

  test('says so when nobody answers', async () => {
    const page = await open(floor);
    await server.close();
    await page.waitForFunction(() => document.getElementById('trouble')?.textContent);
    assert.match((await page.locator('#trouble').textContent()) ?? '', /n8n does not answer/);
  });

  test('loads anew where its token is not taken any more', async () => {
    const page = await open(floor);
    const loaded = page.waitForEvent('load', { timeout: 15_000 });
    server.state.refusal = 403;
    await refreshed(page);
    server.state.refusal = 0;
    await loaded;
  });

  test('updates can be paused and resumed', async () => {
    const page = await open(floor);
    await page.getByRole('button', { name: 'Pause updates' }).press('Enter');
    assert.match((await page.locator('#updated').textContent()) ?? '', /^Updates paused/);
    const stood = await page.locator('.card .time').first().textContent();
    await page.waitForTimeout(6000);
    assert.equal(await page.locator('.card .time').first().textContent(), stood);
    const again = refreshed(page);
    await page.getByRole('button', { name: 'Resume updates' }).press('Enter');
    await again;
  });
});
