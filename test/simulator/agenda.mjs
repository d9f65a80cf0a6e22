/**
 * Things to do at set times, the earliest first; what was added first comes first at the same time.
 *
 * @template T
 * @returns {{ add: (at: number, what: T) => void, next: (until: number) => { at: number, what: T } | undefined }}
 */
export function createAgenda() {
  /** @type {{ at: number, order: number, what: T }[]} */
  const heap = [];
  let added = 0;

  /**
   * @param {number} one
   * @param {number} other
   */
  const before = (one, other) => {
    const a = heap[one];
    const b = heap[other];
    if (!a || !b) return Boolean(a);
    return a.at === b.at ? a.order < b.order : a.at < b.at;
  };
  /**
   * @param {number} one
   * @param {number} other
   */
  const swap = (one, other) => {
    const [a, b] = [heap[one], heap[other]];
    if (a && b) [heap[one], heap[other]] = [b, a];
  };
  const rise = () => {
    let at = heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = () => {
    let at = 0;
    for (;;) {
      const child = before(2 * at + 2, 2 * at + 1) ? 2 * at + 2 : 2 * at + 1;
      if (!before(child, at)) return;
      swap(child, at);
      at = child;
    }
  };

  return {
    add(at, what) {
      heap.push({ at, order: added++, what });
      rise();
    },
    /** Takes out the earliest thing, if it is due by then. */
    next(until) {
      const first = heap[0];
      if (!first || first.at > until) return undefined;
      swap(0, heap.length - 1);
      heap.pop();
      sink();
      return { at: first.at, what: first.what };
    },
  };
}
