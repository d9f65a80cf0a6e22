import assert from 'node:assert/strict';
import { TRIGGER } from '../../e2e/lib/workflows.mjs';
import { untidy } from './mishaps.mjs';
import { settles } from './settles.mjs';
import { EVENTS, triggerForms } from './triggerForms.mjs';

/** @typedef {import('./stage.mjs').EditorStage} EditorStage */
/** @typedef {import('./triggerForms.mjs').TriggerWords} TriggerWords */
/** @typedef {import('../../../scripts/lib/nodePanel.mjs').NodePanel} NodePanel */
/** @typedef {import('../../simulator/systems.mjs').System} System */

const HEAD = ['Poll Times', 'Mode', 'Trigger On'];
const ALWAYS = [
  'Heartbeat Every (Minutes)',
  'Include Personal Data',
  'Request Timeout',
  'Simplify',
];

/** @param {string[]} names */
const sorted = (...names) => names.sort((a, b) => a.localeCompare(b));

/**
 * @param {NodePanel} panel
 * @param {TriggerWords} words
 * @param {string[]} expected below the choice of events
 */
const shows = (panel, words, expected) =>
  settles(
    async () =>
      (await panel.shown()).map((text) => (text.startsWith(words.notice) ? words.notice : text)),
    [...HEAD, ...expected, ...(words.watch ?? []), 'Filters', 'Options'],
  );

/**
 * @param {System} system
 * @returns {Record<string, (stage: EditorStage) => Promise<void>>}
 */
export const triggerTests = (system) => ({
  'the trigger shows what each choice of Trigger On needs': async (stage) => {
    const words = system.editor.trigger;
    const panel = await stage.openNode(system, TRIGGER);
    assert.deepEqual(await panel.select('events').choices(), EVENTS);
    for (const form of triggerForms) {
      await panel.select('events').choose(...form.events);
      await shows(panel, words, form.shows(words));
      assert.deepEqual(
        sorted(...(await panel.addable('filters'))),
        sorted(...words.filters, ...(form.filters ?? [])),
      );
      const limited = form.hasLimits ? (words.options ?? []) : [];
      assert.deepEqual(
        sorted(...(await panel.addable('options'))),
        sorted(...ALWAYS, ...(form.options ?? []), ...limited, ...(words.always ?? [])),
      );
      assert.deepEqual(await untidy(stage.page), []);
    }
  },

  'the trigger asks for codes of pauses only, and for states of agents only': async (stage) => {
    const words = system.editor.trigger;
    const panel = await stage.openNode(system, TRIGGER);
    await panel.select('events').choose('Agent in a State Too Long');
    const timed = triggerForms[0]?.shows(words) ?? [];
    const states = panel.select('states');
    await states.choose('Busy', 'Wrap-Up');
    await shows(
      panel,
      words,
      timed.filter((name) => name !== words.reasons),
    );
    await states.choose('Busy', 'Paused');
    await shows(panel, words, timed);

    await panel.select('events').choose('Count Crosses a Limit');
    assert.deepEqual(await panel.select('measure').choices(), words.counts);
    if (!words.counts.includes('Calls Waiting')) return;
    const counted = triggerForms[1]?.shows(words) ?? [];
    await panel.select('measure').choose('Calls Waiting');
    await shows(
      panel,
      words,
      counted.filter((name) => name !== 'States'),
    );
    await panel.select('measure').choose('Agents');
    await shows(panel, words, counted);
  },

  'Fetch Test Event shows what an alert would be': async (stage) => {
    const panel = await stage.openNode(system, TRIGGER);
    await panel.select('events').choose('Agent in a State Too Long', 'Count Crosses a Limit');
    await stage.editor.execute('table');
    const { columns, rows } = await stage.editor.outputTable();
    const head = ['event', 'testEvent', 'wouldFire', 'matchingNow', 'title'];
    assert.deepEqual(columns.slice(0, 5), head);
    const [alerts, [count]] = [rows.slice(0, -1), rows.slice(-1)];
    assert.deepEqual(count?.slice(0, 3), ['fired', 'true', 'false']);
    assert.equal(count?.[4], 'Test: 0 agents ready for 2 min, limit at most 0');
    assert.ok(alerts.length > 0);
    for (const [event, testEvent, , matching, title = ''] of alerts) {
      assert.deepEqual([event, testEvent], ['fired', 'true']);
      assert.match(title, /^Test: .+ paused.* for \d+ min, limit 10 min$/);
      const isReal = stage.paused().some(({ name }) => title.includes(`Test: ${name} paused`));
      assert.equal(isReal, Number(matching) > 0, title);
    }
  },
});
