import fc from 'fast-check';
import { takeOverClock } from '../support/clock';
import { compared, type Difference } from './compare';
import { broken } from './invariants';
import { printed } from './print';
import { Reference } from './reference/store';
import { T0, type History } from './world/history';
import { play, type Polled } from './world/play';

/** What `npm run test:property` was asked for; nothing in an ordinary run of the tests. */
interface Wanted {
  runs?: number;
  worlds?: number;
  seed?: number;
  path?: string;
}

declare const propertyRun: Wanted | undefined;

export const wanted: Wanted = typeof propertyRun === 'undefined' ? {} : (propertyRun ?? {});

/** The same histories each time, so that a test fails for a change only; others by `--seed`. */
const SEED = 20_261_122;

/** How many small histories each of the suites plays, of as many as were asked for together. */
export const runsOfEach = (suites: number) => Math.ceil((wanted.runs ?? 2_000) / suites);

/** No limit but that of whoever started it: a million histories take most of an hour. */
export const LONG_MS = 24 * 3600_000;

/** How long a failing history is made smaller: big worlds take their time. */
const SHRINK_MS = 60_000;

/** What a history came to, and what is wrong with it. */
interface Verdict {
  played: Polled[];
  differences: Difference[];
  broken: string[];
}

/** Plays a history against the trigger and holds it against the reference and the promises. */
export async function judge(history: History): Promise<Verdict> {
  const played = await play(history);
  const reference = new Reference(history.scheduler, history.zone);
  const differences = played.flatMap((polled) => compared(polled, reference.poll(polled)) ?? []);
  return { played, differences, broken: broken(history, played) };
}

/**
 * Judges so many histories; the first that fails is made as small as it can be and thrown as text.
 *
 * @param suite the name by which it is run again
 */
export async function checkAll(
  suite: string,
  histories: fc.Arbitrary<History>,
  runs: number,
): Promise<void> {
  let giveUp = Infinity;
  const right = async (history: History) => {
    if (performance.now() > giveUp) return true;
    const { differences, broken: promises } = await judge(history);
    const isRight = differences.length + promises.length === 0;
    if (!isRight && giveUp === Infinity) giveUp = performance.now() + SHRINK_MS;
    return isRight;
  };
  takeOverClock(T0);
  try {
    const { seed = SEED, path } = wanted;
    const found = await fc.check(fc.asyncProperty(histories, right), { numRuns: runs, seed, path });
    if (!found.failed) return;
    const again = `--only ${suite} --seed ${found.seed} --path ${found.counterexamplePath}`;
    const [history] = found.counterexample ?? [];
    const text = history === undefined ? String(found.errorInstance) : await told(history);
    throw new Error(
      `The ${found.numRuns}th history fails. Once more: npm run test:property -- ${again}\n\n${text}\n`,
    );
  } finally {
    jest.useRealTimers();
  }
}

async function told(history: History): Promise<string> {
  const { played, differences, broken: promises } = await judge(history);
  return [
    printed(history, played, differences),
    ...promises.map((promise) => `PROMISE BROKEN: ${promise}`),
  ].join('\n');
}
