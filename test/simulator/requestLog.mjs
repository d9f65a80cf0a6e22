/** @import { RequestFacts } from './types.mjs' */

const MOST_KEPT = 10_000;

/**
 * One request a client sent. `status` is 0 as long as nothing was answered.
 * @typedef {RequestFacts & { at: number, vendor: string, method: string, path: string, status: number }} LoggedRequest
 */

/**
 * What the clients asked, for tests that count requests or look for a password in a URL. The
 * passwords themselves are not kept.
 */
export function createRequestLog() {
  /** @type {LoggedRequest[]} */
  let log = [];

  return {
    /**
     * @param {LoggedRequest} entry
     * @returns {LoggedRequest} to be given its status later
     */
    add(entry) {
      log.push(entry);
      if (log.length > MOST_KEPT) log = log.slice(MOST_KEPT / 10);
      return entry;
    },
    entries: () => log.map((entry) => ({ ...entry, params: { ...entry.params } })),
    clear() {
      log = [];
    },
  };
}
