import { readFileSync } from 'node:fs';
import path from 'node:path';
import { embeddable, wallboard } from '../../examples/wallboard/floor.mjs';
import { packed, pageTemplate, readWorkflow, workflowFile } from '../../scripts/lib/wallboard.mjs';
import { systems } from '../simulator/systems.mjs';
import { agent, DOWN, HOSTILE } from './lib/people.mjs';

/** @typedef {import('../../examples/wallboard/floor.mjs').Source} Source */
/** @typedef {import('../../examples/wallboard/floor.mjs').Seen} Seen */

const SETTINGS = {
  title: 'Floor',
  pausedMinutes: 10,
  wrapUpMinutes: 5,
  inQueue: 5,
  refreshSeconds: 15,
  showOffline: false,
};
const NOW = Date.parse('2026-01-05T09:00:00Z');

/**
 * @param {Source[]} sources
 * @param {{memory?: Record<string, Seen>, now?: number, settings?: Partial<typeof SETTINGS>}} [other]
 */
const look = (sources, { memory, now = NOW, settings } = {}) =>
  wallboard({ settings: { ...SETTINGS, ...settings }, sources, memory, token: 't', now });

/** @param {...ReturnType<typeof agent>} agents @returns {Source[]} */
const vicidial = (...agents) => [{ name: 'VICIdial', agents }];

describe('since when', () => {
  const ann = agent('1', 'Ann', 'paused', null);

  /** Ann, seen every 15 seconds. @param {number} looks @param {number} [step] seconds */
  const watch = (looks, step = 15) => {
    let seen = look(vicidial(ann));
    for (let index = 1; index < looks; index += 1) {
      seen = look(vicidial(ann), { memory: seen.memory, now: NOW + index * step * 1000 });
    }
    return seen;
  };

  test('is what the contact center tells', () => {
    const { floor, memory } = look([
      { name: 'Kore.ai', agents: [agent('1', 'Ann', 'paused', 42)] },
    ]);
    expect(floor.sections[0]?.agents[0]).toMatchObject({ seconds: 42, atLeast: false });
    expect(memory['Kore.ai']?.agents).toEqual({});
  });

  test('is otherwise how long the wallboard has seen it, as a lower bound', () => {
    expect(watch(1).floor.sections[0]?.agents[0]).toMatchObject({ seconds: 0, atLeast: true });
    expect(watch(9).floor.sections[0]?.agents[0]).toMatchObject({ seconds: 120, atLeast: true });
  });

  test('goes on however often somebody looks', () => {
    expect(watch(100, 0.7).floor.sections[0]?.agents[0]).toMatchObject({ seconds: 69 });
  });

  test('begins anew with another state, another call, and after nobody looked', () => {
    const { memory } = watch(9);
    const [soon, late] = [NOW + 135_000, NOW + 120_000 + 121_000];
    const seconds = (/** @type {typeof ann} */ item, /** @type {number} */ now) =>
      look(vicidial(item), { memory, now }).floor.sections[0]?.agents[0]?.seconds;
    expect(seconds(ann, soon)).toBe(135);
    expect(seconds({ ...ann, reason: 'LUNCH' }, soon)).toBe(135);
    expect(seconds({ ...ann, state: 'busy' }, soon)).toBe(0);
    expect(seconds({ ...ann, callsToday: 8 }, soon)).toBe(0);
    expect(seconds(ann, late)).toBe(0);
  });

  test('survives a moment in which the contact center is down', () => {
    const { memory } = watch(9);
    const down = look([DOWN], { memory, now: NOW + 135_000 });
    const { floor } = look(vicidial(ann), { memory: down.memory, now: NOW + 150_000 });
    expect(floor.sections[0]?.agents[0]?.seconds).toBe(150);
  });

  test('is forgotten of those who are gone', () => {
    expect(look(vicidial(), watch(2)).memory.VICIdial?.agents).toEqual({});
  });
});

describe('alerts', () => {
  test('are of those at or over their limit, queues first, then the longest', () => {
    const agents = [
      agent('1', 'Ann', 'paused', 600, 'LUNCH'),
      agent('2', 'Bob', 'paused', 599),
      agent('3', 'Cem', 'wrapUp', 700),
      agent('4', 'Dee', 'busy', 9000),
    ];
    const { alerts } = look([{ name: 'A', agents, counts: [{ callsWaiting: 5 }] }, DOWN]).floor;
    expect(alerts.map(({ who, what, limit }) => [who, what, limit])).toEqual([
      ['A', '5 in queue', '5'],
      ['VICIdial', 'cannot be read. VICIdial does not answer. Check that the server is up.', ''],
      ['Cem', 'in wrap-up', '5 min'],
      ['Ann', 'paused (LUNCH)', '10 min'],
    ]);
  });

  test('a limit of 0 is none', () => {
    const settings = { pausedMinutes: 0, wrapUpMinutes: 0, inQueue: 0 };
    const agents = [agent('1', 'Ann', 'paused', 9999), agent('2', 'Bob', 'wrapUp', 9999)];
    const sources = [{ name: 'A', agents, counts: [{ callsWaiting: 99 }] }];
    expect(look(sources, { settings }).floor.alerts).toEqual([]);
  });
});

describe('who is shown', () => {
  test('everybody by name; who is offline is only counted, unless wanted', () => {
    const agents = [
      agent('2', 'Zoë', 'ready', 1),
      agent('1', 'Ann', 'offline', 1),
      agent('3', '', 'ready', 1),
    ];
    const names = (/** @type {boolean} */ showOffline) =>
      look(vicidial(...agents), { settings: { showOffline } }).floor.sections[0]?.agents.map(
        ({ name }) => name,
      );
    expect(names(false)).toEqual(['3', 'Zoë']);
    expect(names(true)).toEqual(['3', 'Ann', 'Zoë']);
    expect(look(vicidial(...agents)).floor.counts).toMatchObject({ ready: 2, offline: 1 });
  });

  test('a contact center whose node was deleted is not', () => {
    const sources = [{ name: 'Kore.ai', agents: null }, ...vicidial()];
    expect(look(sources).floor.sections.map(({ name }) => name)).toEqual(['VICIdial']);
  });

  test('what nobody knows waits in no queue', () => {
    expect(look(vicidial()).floor.waiting).toBeNull();
    const { floor } = look([{ name: 'A', agents: [{}], counts: [{ error: 'No rights' }] }]);
    expect(floor.waiting).toBeNull();
    expect(floor.sections[0]?.problem).toBe('Queue not known: No rights');
  });
});

describe('the workflow', () => {
  test('has the code and the page of examples/wallboard (npm run wallboard packs them)', async () => {
    const workflow = await readWorkflow();
    expect(await packed(workflow)).toEqual(workflow);
    expect(readFileSync(workflowFile, 'utf8')).toContain('function wallboard(');
  });

  test('the page has no other placeholders than those that n8n fills in', async () => {
    const found = (await pageTemplate()).match(/\{\{[^]*?\}\}/g);
    expect(found).toEqual([
      '{{ $json.nonce }}',
      '{{ $json.nonce }}',
      '{{ $json.nonce }}',
      '{{ $json.floor }}',
      '{{ $json.nonce }}',
    ]);
  });

  test('the page runs no script and loads nothing but its own', async () => {
    const [, policy = ''] = /Policy"\s+content="([^"]+)"/.exec(await pageTemplate()) ?? [];
    expect(policy).toMatch(/^default-src 'none'; script-src 'nonce-\S+ \S+ }}'; style-src 'nonce-/);
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  test('is opened and refreshed with a login only, and saves no execution per refresh', async () => {
    const { nodes, settings } = await readWorkflow();
    const webhooks = nodes.filter(({ type }) => type === 'n8n-nodes-base.webhook');
    expect(
      webhooks.map(({ parameters }) => [parameters.httpMethod, parameters.authentication]),
    ).toEqual([
      ['GET', 'basicAuth'],
      ['POST', 'jwtAuth'],
    ]);
    expect(settings?.saveDataSuccessExecution).toBe('none');
  });

  test('every vendor of the package is in it, and none that fails stops the page', async () => {
    const vendors = (await readWorkflow()).nodes.filter(({ type }) =>
      type.startsWith('n8n-nodes-contact-center.'),
    );
    expect(new Set(vendors.map(({ type }) => type.split('.')[1]))).toEqual(
      new Set(systems.map(({ node }) => node)),
    );
    for (const vendor of vendors) {
      expect(vendor).toMatchObject({ onError: 'continueRegularOutput', alwaysOutputData: true });
    }
  });

  test('the picture of it is in the repository', () => {
    for (const name of ['wallboard', 'wallboard-phone']) {
      const file = path.join(__dirname, '../../docs/images', `${name}.png`);
      expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
    }
  });
});

describe('what goes into the page', () => {
  test('cannot end its element or be taken for a template, and is the same when read', () => {
    const text = embeddable({ names: HOSTILE });
    expect(text).not.toMatch(/[<>&$]/);
    expect(JSON.parse(text)).toEqual({ names: HOSTILE });
  });
});
