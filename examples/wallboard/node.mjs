import { embeddable, wallboard } from './floor.mjs';

/** @typedef {Record<string, any>} Json */
/** @typedef {{first(): {json: Json}, all(): {json: Json}[]}} Items what n8n gives of a node */

/**
 * The Code node's run, for all items at once. `Floor` in the workflow is this and floor.mjs.
 * @param {(node: string) => Items} $
 * @param {Items} $input
 * @param {(kind: 'global') => Json} $getWorkflowStaticData
 */
export function run($, $input, $getWorkflowStaticData) {
  const saved = $getWorkflowStaticData('global');
  const { token } = $input.first().json;
  const { floor, memory } = wallboard({
    settings: /** @type {any} */ ($('Settings').first().json),
    // Another contact center is another line here.
    sources: [
      {
        name: 'VICIdial',
        agents: itemsOf(() => $('VICIdial').all()),
        counts: itemsOf(() => $('VICIdial Counts').all()),
      },
      {
        name: 'Rocket.Chat',
        agents: itemsOf(() => $('Rocket.Chat').all()),
        counts: itemsOf(() => $('Rocket.Chat Counts').all()),
      },
      { name: 'Kore.ai', agents: itemsOf(() => $('Kore.ai').all()) },
      {
        name: 'CROCO-dial / GOautodial',
        agents: itemsOf(() => $('CROCO-dial / GOautodial').all()),
      },
    ],
    memory: saved.wallboard,
    token,
    now: Date.now(),
  });
  saved.wallboard = memory;
  // The token's signature is as good a nonce as any: nobody else can know it.
  return [{ json: { floor: embeddable(floor), nonce: token.split('.')[2] } }];
}

/**
 * @param {() => {json: Json}[]} read
 * @returns {Json[] | null} null where the node is not in the workflow
 */
function itemsOf(read) {
  try {
    return read().map(({ json }) => json);
  } catch {
    return null;
  }
}
