/**
 * Something that goes wrong on purpose. `type` says what; what else it needs is beside it.
 * `times` lets it clear itself, `match` limits it to some requests: every key given must equal
 * what is known of the request (vendor, path, method, function, agentUser, user).
 *
 * @typedef {object} Fault
 * @property {string} type
 * @property {number} [times]
 * @property {Record<string, string>} [match]
 * @property {number} [ms]   delay: how long, in real milliseconds
 * @property {number} [status]   answer, and the pages that go with a status
 * @property {Record<string, string>} [headers]
 * @property {string} [body]
 * @property {string} [location]   redirectToLogin
 * @property {number} [retryAfter]   status429, in seconds
 * @property {number} [bytes]   hugeBody: how much; truncated: how much is left
 * @property {boolean} [withLength]   truncated: announce the whole length
 * @property {string[]} [columns]   fewerColumns, nullColumns: which
 */

/** @typedef {string | Fault} FaultSpec */
/** @typedef {ReturnType<typeof createFaults>} Faults */

/**
 * The faults that are active now.
 *
 * @param {readonly string[]} types   what can be asked for
 */
export function createFaults(types) {
  /** @type {Fault[]} */
  let active = [];

  /**
   * @param {FaultSpec} spec
   * @returns {Fault}
   */
  const read = (spec) => {
    const fault = typeof spec === 'string' ? { type: spec } : { ...spec };
    if (types.includes(fault.type)) return fault;
    throw new Error(`unknown fault ${fault.type}; one of ${types.join(', ')}`);
  };

  return {
    /**
     * Replaces all faults by one, or by none.
     * @param {FaultSpec | null} spec
     */
    set(spec) {
      active = spec === null ? [] : [read(spec)];
    },
    /** @param {FaultSpec} spec */
    add(spec) {
      active.push(read(spec));
    },
    clear() {
      active = [];
    },
    list: () => active.map((fault) => ({ ...fault })),

    /**
     * The faults that hit a request; those with a limit are used up by it.
     * @param {Record<string, string>} facts
     * @returns {Fault[]}
     */
    take(facts) {
      const hit = active.filter(({ match = {} }) =>
        Object.entries(match).every(([key, value]) => facts[key] === value),
      );
      for (const fault of hit) if (fault.times !== undefined) fault.times -= 1;
      active = active.filter(({ times }) => times === undefined || times > 0);
      return hit;
    },
  };
}
