import { TRIGGER } from '../../e2e/lib/workflows.mjs';

/** @typedef {import('./stage.mjs').EditorStage} EditorStage */
/** @typedef {import('../../simulator/systems.mjs').System} System */

/**
 * @param {System} system
 * @returns {Record<string, (stage: EditorStage) => Promise<void>>}
 */
export const ruleTests = (system) => ({
  'limits are built by hand, and saved as they were typed': async (stage) => {
    const panel = await stage.openNode(system, TRIGGER);
    await panel.select('events').choose('Agent in a State Too Long', 'Count Crosses a Limit');

    const second = { rows: 'timeLimits', row: 1 };
    await panel.addRow('timeLimits');
    await panel.select('states', second).choose('Paused', 'Wrap-Up');
    await panel.type('reasons', 'LUNCH, TRAINING', second);
    await panel.type('minutes', '45', second);
    await panel.select('severity', second).choose('Critical');

    const count = { rows: 'countLimits', row: 1 };
    await panel.addRow('countLimits');
    await panel.select('measure', count).choose('Percent of Logged-In');
    await panel.select('states', count).choose('Paused', 'Wrap-Up');
    await panel.select('comparison', count).choose('At Least');
    await panel.type('value', '40', count);
    await panel.type('forMinutes', '5', count);
    await panel.type('clearAt', '30', count);
    await panel.select('severity', count).choose('Critical');

    const rows = (/** @type {Record<string, any>} */ { timeLimits, countLimits }) => [
      timeLimits?.rows[1],
      countLimits?.rows[1],
    ];
    await stage.savedAs(system, TRIGGER, rows, [
      {
        states: ['paused', 'wrapUp'],
        reasons: 'LUNCH, TRAINING',
        minutes: 45,
        severity: 'critical',
      },
      {
        measure: 'percent',
        states: ['paused', 'wrapUp'],
        comparison: 'atLeast',
        value: 40,
        forMinutes: 5,
        clearAt: '30',
        severity: 'critical',
      },
    ]);
  },
});
