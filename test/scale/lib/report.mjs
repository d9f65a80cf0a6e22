import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { everybody } from './floor.mjs';

/**
 * All that a run has measured. Nothing in it is asserted.
 * @typedef {object} Report
 * @property {string} size
 * @property {number} triggers
 * @property {number} agents
 * @property {number} seconds from the first alert possible to the last one told
 * @property {{told: number, expected: number}} alerts
 * @property {Record<string, import('./polls.mjs').PollTimes>} polls by the trigger's type
 * @property {Record<string, number>} requests to the contact center, by vendor
 * @property {import('./executions.mjs').Executions} executions
 * @property {number} cutOff executions whose worker was killed while they waited for an answer
 * @property {Record<string, import('./memory.mjs').Memory>} memory by process, MB
 * @property {{what: string, afterSeconds: number, backAfterSeconds: number}[]} kills
 */

/**
 * @param {import('./play.mjs').Stage} stage
 * @param {object} seen
 * @param {number} seen.start epoch milliseconds
 * @param {number} seen.end
 * @param {import('./disturb.mjs').Kill[]} seen.kills
 * @param {Report['alerts']} seen.alerts
 * @param {Report['executions']} seen.executions
 * @returns {Report}
 */
export function reportOf(stage, { start, end, kills, alerts, executions }) {
  const seconds = (/** @type {number} */ from, /** @type {number} */ to) =>
    Math.round((to - from) / 1000);
  return {
    size: stage.size.name,
    triggers: stage.size.triggers,
    agents: everybody().length,
    seconds: seconds(start, end),
    alerts,
    polls: stage.polls.times(),
    requests: stage.requests.byVendor,
    executions,
    cutOff: stage.receiver.cutOff.size,
    memory: stage.memory.seen,
    kills: kills.map(({ what, at, backAt }) => ({
      what,
      afterSeconds: seconds(start, at),
      backAfterSeconds: seconds(at, backAt),
    })),
  };
}

/**
 * @param {Report} report
 * @returns {string} a table for people
 */
export function table(report) {
  const { alerts, executions, polls, memory, kills } = report;
  const requests = Object.values(report.requests).reduce((sum, each) => sum + each, 0);
  const rows = [
    ['triggers, agents', `${report.triggers}, ${report.agents}`],
    ['time', `${report.seconds} s`],
    ['alerts told / expected', `${alerts.told} / ${alerts.expected}`],
    ...Object.entries(polls).map(([name, { polls: count, failed, medianMs, p95Ms }]) => [
      `polls, ${name}`,
      `${count}, ${failed} failed; median ${medianMs} ms, 95 % ${p95Ms} ms`,
    ]),
    ['requests to the contact center', `${requests}`],
    ['executions', `${executions.all}, ${executions.failed.length} not ended well`],
    ['written to ended', `median ${executions.medianMs} ms, 95 % ${executions.p95Ms} ms`],
    [
      'memory in the database',
      `${executions.memoryKb} kB at most, ${executions.memoriesKb} in all`,
    ],
    ...Object.entries(memory).map(([name, { start, peak, end }]) => [
      `memory of ${name}`,
      `start ${round(start)}, peak ${round(peak)}, end ${round(end)} MB`,
    ]),
    ...kills.map(({ what, afterSeconds, backAfterSeconds }) => [
      `${what} killed`,
      `after ${afterSeconds} s, working again after ${backAfterSeconds} s`,
    ]),
    ['executions in the killed worker', `${report.cutOff}`],
  ];
  return rows.map(([name = '', value]) => `  ${name.padEnd(42)}${value}`).join('\n');
}

/**
 * @param {Report} report
 * @param {string} file
 */
export async function save(report, file) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
}

const round = Math.round;
