/**
 * The triggers' executions, as n8n's database has them.
 * @typedef {object} Executions
 * @property {number} all
 * @property {Failed[]} failed those that did not end well
 * @property {number} medianMs from being written to their end
 * @property {number} p95Ms
 * @property {number} memoryKb the most that n8n keeps of a trigger's memory
 * @property {number} memoriesKb of all of them together
 */

/**
 * @typedef {object} Failed
 * @property {string} id
 * @property {number} writtenAt epoch milliseconds
 */

/**
 * @param {import('./cluster.mjs').Cluster} cluster
 * @returns {Promise<Executions>}
 */
export async function readExecutions({ postgres }) {
  const took = 'extract(epoch FROM "stoppedAt" - "createdAt") * 1000';
  const share = (/** @type {number} */ part) =>
    `percentile_cont(${part}) WITHIN GROUP (ORDER BY ${took}) FILTER (WHERE status = 'success')`;
  const [times] = await postgres.rows(
    `SELECT count(*) AS all, ${share(0.5)} AS median, ${share(0.95)} AS p95
     FROM execution_entity WHERE mode = 'trigger'`,
  );
  const failed = await postgres.rows(
    `SELECT id::text, extract(epoch FROM "createdAt") * 1000 AS written
     FROM execution_entity WHERE mode = 'trigger' AND status <> 'success'`,
  );
  const [memory] = await postgres.rows(
    `SELECT max(length("staticData"::text)) AS most, sum(length("staticData"::text)) AS sum
     FROM workflow_entity`,
  );
  return {
    all: Number(times?.all),
    failed: failed.map(({ id, written }) => ({ id, writtenAt: Number(written) })),
    medianMs: Math.round(times?.median),
    p95Ms: Math.round(times?.p95),
    memoryKb: Math.round(memory?.most / 1024),
    memoriesKb: Math.round(memory?.sum / 1024),
  };
}
