import pLimit from 'p-limit';

const REQUESTS_AT_ONCE = 5;

/**
 * Does something for each entry, a few at once, and gives the results in order. When one fails,
 * those not yet begun are not begun.
 */
export async function mapLimited<T, R>(
  entries: readonly T[],
  work: (entry: T) => Promise<R>,
  atOnce = REQUESTS_AT_ONCE,
): Promise<R[]> {
  const limit = pLimit(atOnce);
  const begin = (entry: T) => {
    const result = work(entry);
    // Before p-limit learns of the failure and takes the next from its queue.
    result.catch(() => limit.clearQueue());
    return result;
  };
  return Promise.all(entries.map((entry) => limit(() => begin(entry))));
}
