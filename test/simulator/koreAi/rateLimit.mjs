const MINUTE = 60_000;

/**
 * Counts the requests of the last sixty seconds, per account. One that is refused is not counted.
 */
export function createRateLimit() {
  /** @type {Map<string, number[]>} */
  const taken = new Map();

  return {
    /**
     * @param {string} account
     * @param {number | null} most   null: as many as they like
     * @param {number} now
     * @returns {boolean} whether the request may go on
     */
    take(account, most, now) {
      if (most === null) return true;
      const recent = (taken.get(account) ?? []).filter((at) => at > now - MINUTE && at <= now);
      const free = recent.length < most;
      taken.set(account, free ? [...recent, now] : recent);
      return free;
    },
  };
}
