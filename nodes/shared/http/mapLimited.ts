const REQUESTS_AT_ONCE = 5;

/**
 * Does something for each entry, a few at once.
 *
 * @returns the results in the order of the entries
 * @throws what the first one that fails throws; those that have not begun are not begun then
 */
export async function mapLimited<T, R>(
  entries: readonly T[],
  work: (entry: T) => Promise<R>,
  atOnce = REQUESTS_AT_ONCE,
): Promise<R[]> {
  const results: R[] = [];
  const queue = entries.entries();
  let failed = false;
  const worker = async () => {
    for (const [index, entry] of queue) {
      if (failed) return;
      // A throw before the first await counts as well.
      const result = (async () => work(entry))();
      result.catch(() => (failed = true));
      results[index] = await result;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
