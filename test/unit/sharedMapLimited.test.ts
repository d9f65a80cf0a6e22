import { mapLimited } from '../../nodes/shared/http/mapLimited';

const ENTRIES = Array.from({ length: 20 }, (_, index) => index);
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};

describe('something done for each entry, a few at once', () => {
  test('has its results in the order of the entries', async () => {
    const results = await mapLimited(ENTRIES, async (entry) => {
      await turns(20 - entry);
      return entry * 2;
    });
    expect(results).toEqual(ENTRIES.map((entry) => entry * 2));
  });

  test('is done for no more than these at once', async () => {
    let [now, most] = [0, 0];
    await mapLimited(
      ENTRIES,
      async () => {
        now += 1;
        most = Math.max(most, now);
        await turns(5);
        now -= 1;
      },
      3,
    );
    expect(most).toBe(3);
  });

  test('of nothing is nothing', async () => {
    expect(await mapLimited([], async () => 1)).toEqual([]);
  });

  test.each([
    ['after a while', async () => turns(5)],
    ['at once', () => undefined],
  ])('begins with no other when one fails %s', async (_, before) => {
    const begun: number[] = [];
    const failing = mapLimited(ENTRIES, (entry) => {
      begun.push(entry);
      const waited = entry === 3 ? before() : undefined;
      if (entry === 3 && waited === undefined) throw new Error('third');
      return (waited ?? turns(10)).then(() => {
        if (entry === 3) throw new Error('third');
      });
    });
    await expect(failing).rejects.toThrow('third');
    await turns(100);
    expect(begun).toEqual([0, 1, 2, 3, 4].slice(0, begun.length));
  });
});
