import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {import('./n8n-client.mjs').N8nClient} N8nClient */

/**
 * @typedef {object} Execution
 * @property {string} id
 * @property {string} mode "trigger", "manual", ...
 * @property {string} status "success", "error", "running", "crashed", ...
 * @property {string} startedAt ISO 8601
 */

/**
 * What a node did in an execution.
 * @typedef {object} NodeRun
 * @property {Record<string, any>[][]} outputs the items' json, by output
 * @property {{message: string, description?: string | null} | undefined} error
 */

/**
 * @param {N8nClient} n8n
 * @param {string} workflowId
 * @returns {Promise<Execution[]>} newest first
 */
export async function executions(n8n, workflowId) {
  const filter = encodeURIComponent(JSON.stringify({ workflowId }));
  return (await n8n.call('GET', `/rest/executions?filter=${filter}&limit=100`)).results;
}

/**
 * @param {N8nClient} n8n
 * @param {string} id
 * @returns {Promise<Execution>} once it has ended; rejects after a minute
 */
export async function finished(n8n, id) {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    const execution = await n8n.call('GET', `/rest/executions/${id}`);
    if (!['new', 'running', 'waiting'].includes(execution.status)) return execution;
    await sleep(250);
  }
  throw new Error(`Execution ${id} does not end.`);
}

/**
 * @param {N8nClient} n8n
 * @param {string} id of an execution that has ended
 * @param {string} node its name
 * @returns {Promise<NodeRun | undefined>} its first run, undefined where it did not run
 */
export async function nodeRun(n8n, id, node) {
  const execution = await n8n.call('GET', `/rest/executions/${id}`);
  const { resultData } = unflatten(execution.data);
  const run = resultData.runData[node]?.[0];
  if (!run) return undefined;
  const outputs = run.data?.main ?? [];
  return {
    outputs: outputs.map((/** @type {{json: object}[] | null} */ items) =>
      (items ?? []).map(({ json }) => json),
    ),
    error: run.error,
  };
}

/**
 * n8n stores an execution as one list of values, in which a string inside an object or array is
 * the place of a value in the list (the "flatted" format).
 * @param {string} text
 * @returns {any}
 */
function unflatten(text) {
  /** @type {unknown[]} */
  const values = JSON.parse(text);
  /** @type {Map<number, any>} */
  const done = new Map();
  return valueAt(0);

  /** @param {number} place @returns {any} */
  function valueAt(place) {
    const value = values[place];
    if (typeof value !== 'object' || value === null) return value;
    if (!done.has(place)) {
      /** @type {any} */
      const copy = Array.isArray(value) ? [] : {};
      done.set(place, copy);
      for (const [key, inner] of Object.entries(value)) {
        copy[key] = typeof inner === 'string' ? valueAt(Number(inner)) : inner;
      }
    }
    return done.get(place);
  }
}
