import { rm } from 'node:fs/promises';
import path from 'node:path';
import { prepare } from '../../../playground/lib/open.mjs';
import { Outside } from './examples/outside.mjs';
import { folderOf, report } from './report.mjs';
import { Stage } from './stage.mjs';
import { absentSuite, runSuite } from './suite.mjs';

/** @typedef {import('./report.mjs').Report} Report */
/** @typedef {import('./suite.mjs').Suite} Suite */
/** @typedef {import('../../../playground/lib/n8n-versions.mjs').N8nVersion} N8nVersion */

/**
 * Runs suites on one n8n.
 * @param {N8nVersion} version
 * @param {(outside: Outside) => Suite[][]} rowsOf what stands in one row runs side by side
 * @param {AbortSignal} signal
 * @returns {Promise<Report>}
 */
export async function play(version, rowsOf, signal) {
  await rm(folderOf(version), { recursive: true, force: true });
  const outside = await Outside.open(signal);
  /** @param {Suite} suite */
  const isAbsent = ({ needs }) => needs !== undefined && version.lacks.includes(needs);
  const rows = rowsOf(outside);
  const results = rows.flat().filter(isAbsent).flatMap(absentSuite);
  const present = rows.map((row) => row.filter((suite) => !isAbsent(suite)));
  const stages = await stagesOf(version, present.flat(), outside, signal);
  try {
    await stages.get(undefined)?.open();
    for (const row of present) {
      const running = row.map(async (suite) => {
        const stage = /** @type {Stage} */ (stages.get(suite.own));
        if (suite.own) await stage.open();
        const found = await runSuite(suite, stage);
        if (suite.own) await stage.end();
        return found;
      });
      results.push(...(await Promise.all(running)).flat());
    }
  } finally {
    await Promise.all([...stages.values()].map((stage) => stage.end()));
    await outside.close();
  }
  return report([...stages.values()], results);
}

/**
 * The n8n that suites play on: their own, or the one that all others share.
 * @param {N8nVersion} version
 * @param {Suite[]} suites
 * @param {Outside} outside what the shared one takes for the internet
 * @param {AbortSignal} signal
 * @returns {Promise<Map<Suite['own'], Stage>>} not open yet
 */
async function stagesOf(version, suites, outside, signal) {
  const stages = new Map();
  for (const { own } of suites) {
    if (stages.has(own)) continue;
    const shared = { folder: 'shared', settings: outside.settings };
    const { folder, settings } = own ?? shared;
    const place = { folder: path.join(folderOf(version), folder), version, settings };
    stages.set(own, new Stage(await prepare({ ...place, signal })));
  }
  return stages;
}
