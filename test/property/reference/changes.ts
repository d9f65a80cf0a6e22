import { AGENT_STATES, type AgentState } from '../../../nodes/shared/model/AgentState';
import { changeRows, type ChangeRow, type Setup } from '../world/setup';
import { firstSeen, type Clock } from './clocks';
import { blank } from './ledger';
import type { Look, Remembered } from './log';
import { goneAt } from './presence';

/** The state an agent is known to be in, and since when; null where that is not known. */
interface Known {
  state: AgentState;
  clock: Clock | null;
}

const LOGGED_IN: readonly AgentState[] = ['ready', 'busy', 'wrapUp', 'paused'];

const NEVER_SEEN: Known = { state: 'offline', clock: null };

/**
 * The looks since changes are watched without a break, and no states had to be told apart that were
 * not before (rule 20); the first of them only seeds.
 */
function watched(history: readonly Look[]): readonly Look[] {
  const last = history.findLastIndex(({ setup }) => changeRows(setup).length === 0);
  const since = history.slice(last + 1);
  const finer = since.findLastIndex(({ setup }, index) => {
    const before = since[index - 1];
    const known = before === undefined ? AGENT_STATES : toldApart(before.setup);
    return toldApart(setup).some((state) => !known.includes(state));
  });
  return since.slice(Math.max(finer, 0));
}

/** The states that rows are about; no states in a change are all of somebody who is logged in. */
function toldApart({ rows }: Setup): readonly AgentState[] {
  return rows.flatMap((row) => {
    if (row.kind === 'count' && row.measure === 'callsWaiting') return [];
    if (row.kind !== 'change') return row.states;
    return [row.from, row.to].flatMap((side) => (side.length === 0 ? LOGGED_IN : side));
  });
}

/**
 * What is known of an agent after the last look: one who is unknown keeps the last state, one who is
 * gone is offline as soon as that is believed (rule 6).
 *
 * @returns null for one of whom nothing was ever known
 */
function knownAfter(history: readonly Look[], key: string): Known | null {
  let known = history[0]!.floor.has(key) ? null : NEVER_SEEN;
  let gap = false;
  for (const [index, look] of history.entries()) {
    gap ||= look.longGap;
    const seen = look.floor.get(key);
    const left = seen === undefined ? goneAt(history, key, index) : null;
    const state = seen === undefined ? (left === null ? 'unknown' : 'offline') : seen.state;
    if (state === 'unknown') continue;
    if (state !== known?.state) {
      const clock = firstSeen(look, seen?.since ?? null, index === 0 ? null : look.previousAt);
      known = { state, clock: left === null ? clock : { ...clock, start: left.at } };
    } else if (gap && known.clock?.source === 'observed') {
      known = { state, clock: firstSeen(look, seen?.since ?? null, look.previousAt) };
    }
    gap = false;
  }
  return known;
}

/** What changed since the look before. */
export function changeEvents(whole: readonly Look[]): Remembered[] {
  const history = watched(whole);
  const before = history.slice(0, -1);
  const look = history.at(-1);
  if (look === undefined || before.length === 0 || !look.inHours) return [];
  const keys = new Set(history.flatMap(({ floor }) => [...floor.keys()]));
  return [...keys].flatMap((key) => {
    const [from, to] = [knownAfter(before, key), knownAfter(history, key)];
    if (from === null || to === null || from.state === to.state) return [];
    const row = wanted(look.setup, from.state, to.state);
    if (row === undefined || !isInScope(history, key, to.state)) return [];
    return [changeOf(history, key, row, from, to)];
  });
}

/** Rule 12; one who has logged out has the scope they were last seen with. */
function isInScope(history: readonly Look[], key: string, to: AgentState): boolean {
  const sightings = history.flatMap(({ floor }) => floor.get(key) ?? []);
  const there = sightings.filter(({ state }) => to !== 'offline' || state !== 'offline');
  return there.at(-1)?.inScope === true;
}

/** Rule 20: the first row that is about it. */
const wanted = (setup: Setup, from: AgentState, to: AgentState) =>
  changeRows(setup).find(
    (row) =>
      (row.from.length === 0 || row.from.includes(from)) &&
      (row.to.length === 0 || row.to.includes(to)),
  );

const named = (states: readonly AgentState[]) =>
  AGENT_STATES.filter((state) => states.includes(state)).join('+') || 'any';

function changeOf(
  history: readonly Look[],
  key: string,
  row: ChangeRow,
  from: Known,
  to: Known,
): Remembered {
  const look = history.at(-1)!;
  const since = to.clock!.start;
  const before = from.state === 'offline' ? null : from.clock;
  return {
    ...blank(look, `stateChange:${named(row.from)}:${named(row.to)}/${key}`),
    event: 'changed',
    at: look.floor.has(key) ? look.at : since,
    since,
    idStart: since,
    from: from.state,
    to: to.state,
    value: before === null ? null : Math.max(0, since - before.start),
    unit: 'seconds',
    unseen: look.unseen,
  };
}
