/** @import { Settings } from './settings.mjs' */

/** @typedef {ReturnType<typeof createRateLimiter>} RateLimiter */

/**
 * What a call comes to: how many are left, and when they all are back.
 * @typedef {{ allowed: boolean, left: number, resetAt: number }} Allowance
 */

/**
 * Counts calls the way Rocket.Chat does: one window per route and method, shared by all clients,
 * begun with the server and begun anew by the first call after its end; inside it every address
 * has its own count. Refused calls count too, but make nobody wait longer.
 *
 * @param {() => number} now
 */
export function createRateLimiter(now) {
  const started = now();
  /** @type {Map<string, { since: number, calls: Map<string, number> }>} */
  const windows = new Map();

  return {
    /**
     * @param {string} route   pattern and method
     * @param {string} address
     * @param {Pick<Settings, 'rateLimitCalls' | 'rateLimitWindowMs'>} settings
     * @returns {Allowance}
     */
    call(route, address, { rateLimitCalls: most, rateLimitWindowMs: length }) {
      const at = now();
      let window = windows.get(route) ?? { since: started, calls: new Map() };
      if (at < window.since || at - window.since >= length)
        window = { since: at, calls: new Map() };
      windows.set(route, window);

      const calls = (window.calls.get(address) ?? 0) + 1;
      window.calls.set(address, calls);
      return {
        allowed: calls <= most,
        left: Math.max(0, most - calls),
        resetAt: window.since + length,
      };
    },
  };
}

/**
 * @param {Allowance} allowance
 * @param {number} most
 * @returns {[string, string][]}
 */
export const rateLimitHeaders = ({ left, resetAt }, most) => [
  ['X-RateLimit-Limit', String(most)],
  ['X-RateLimit-Remaining', String(left)],
  ['X-RateLimit-Reset', String(resetAt)],
];
