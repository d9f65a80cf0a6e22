import { withLock } from '../../../nodes/shared/trigger/lock';

const BUDGET_MS = 36_000;

/** A poll that runs until it is ended, and tells then whether what it found counts. */
function poll(key: string, at: () => number) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const result = withLock(key, at, BUDGET_MS, async (counts) => {
    await ended;
    return counts();
  });
  return { end: () => end(), result };
}

test('a poll that finds another one running does nothing', async () => {
  const first = poll('a', () => 0);
  expect(await poll('a', () => 20_000).result).toBeNull();
  first.end();
  expect(await first.result).toBe(true);
});

test('another trigger is not in its way', async () => {
  const [first, second] = [poll('a', () => 0), poll('b', () => 0)];
  second.end();
  expect(await second.result).toBe(true);
  first.end();
  await first.result;
});

test('after it has ended the next one may run', async () => {
  const first = poll('a', () => 0);
  first.end();
  await first.result;
  const second = poll('a', () => 1_000);
  second.end();
  expect(await second.result).toBe(true);
});

test('what took longer than the budget does not count, since n8n throws it away', async () => {
  let now = 0;
  const slow = poll('a', () => now);
  now = BUDGET_MS + 1;
  slow.end();
  expect(await slow.result).toBe(false);
});

test('one that never ends is in nobody’s way for ever, and does not count when it ends', async () => {
  let now = 0;
  const stuck = poll('a', () => now);
  now = BUDGET_MS + 10_000;
  const next = poll('a', () => now);
  // A clock that is set back makes the budget look unused.
  now = 1_000;
  stuck.end();
  expect(await stuck.result).toBe(false);
  next.end();
  expect(await next.result).toBe(true);
});

test('a clock that was set back before it began does not keep the next one out', async () => {
  const first = poll('a', () => 60_000);
  const second = poll('a', () => 0);
  second.end();
  expect(await second.result).toBe(true);
  first.end();
  expect(await first.result).toBe(false);
});

test('one that fails leaves the lock', async () => {
  const failing = withLock(
    'a',
    () => 0,
    BUDGET_MS,
    async () => {
      throw new Error('broken');
    },
  );
  await expect(failing).rejects.toThrow('broken');
  const next = poll('a', () => 1);
  next.end();
  expect(await next.result).toBe(true);
});
