const running = new Map<string, { since: number }>();

/** Past its budget and this, a poll that never ended no longer keeps others from running. */
const GRACE_MS = 10_000;

/**
 * Runs `work` unless the last poll of the same trigger still runs: n8n starts a poll on time
 * whether or not the one before has ended.
 *
 * @param clock epoch milliseconds
 * @param work is given a function that tells whether what it has found still counts: n8n throws
 *   away what a poll gives after its budget (docs/n8n.md, Polling)
 * @returns null when another one runs
 */
export async function withLock<T>(
  key: string,
  clock: () => number,
  budgetMs: number,
  work: (counts: () => boolean) => Promise<T | null>,
): Promise<T | null> {
  const now = clock();
  const other = running.get(key);
  if (other !== undefined && now - other.since < budgetMs + GRACE_MS && now >= other.since) {
    return null;
  }
  const mine = { since: now };
  running.set(key, mine);
  const holds = () => running.get(key) === mine;
  return work(() => holds() && clock() - now <= budgetMs).finally(() => {
    if (holds()) running.delete(key);
  });
}
