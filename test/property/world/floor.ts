import { omit } from 'lodash';
import type { AgentSnapshot } from '../../../nodes/shared/model/AgentSnapshot';
import { agent } from '../../support/floor';
import type { Move, Since, WorldAgent } from './history';

/** An agent at one moment of the world; `changedAt` is in epoch milliseconds. */
interface Present extends WorldAgent {
  id: string;
  changedAt: number;
  once: Move['once'];
}

/** The third and the fourth are called what every JavaScript object has already. */
const NAMES = ['a1', 'a2', '__proto__', 'constructor'];

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

const TOLD: Record<Since, (changedAt: number, now: number) => number | null> = {
  truth: (changedAt) => changedAt,
  none: () => null,
  soon: (_, now) => now + MINUTE,
  farFuture: (_, now) => now + 5 * MINUTE,
  ancient: (_, now) => now - WEEK - MINUTE,
  earlier: (changedAt) => changedAt - 100_000,
  later: (changedAt) => changedAt + 4_000,
  muchLater: (changedAt) => changedAt + 30_000,
};

/** The agents of a world, who are moved from poll to poll. */
export class Floor {
  private agents: Present[];

  constructor(agents: readonly WorldAgent[], now: number) {
    this.agents = agents.map((each, index) => ({
      ...each,
      id: NAMES[index] ?? `a${index + 1}`,
      changedAt: now - each.age * 1000,
      once: undefined,
    }));
  }

  /** What happened since the last poll. */
  move(moves: readonly Move[], now: number): void {
    this.agents = this.agents.map((each) => ({ ...each, once: undefined }));
    if (this.agents.length === 0) return;
    for (const move of moves) {
      const index = move.agent % this.agents.length;
      const before = this.agents[index];
      if (before !== undefined) this.agents[index] = moved(before, move, now);
    }
  }

  /** The clock of everyone goes back. */
  setBack(ms: number): void {
    this.agents = this.agents.map((each) => ({ ...each, changedAt: each.changedAt - ms }));
  }

  /** The rows a vendor answers with. */
  rows(now: number): AgentSnapshot[] {
    return this.agents
      .filter(({ listed, once }) => listed && once !== 'absent')
      .flatMap((each) => {
        const row = rowOf(each, now);
        return each.twice ? [{ ...row, agentId: row.agentId.toUpperCase() }, row] : [row];
      });
  }
}

function moved(before: Present, move: Move, now: number): Present {
  const { ago = 0, calls, once, state, ...rest } = omit(move, 'agent');
  return {
    ...before,
    ...rest,
    ...(state === undefined ? {} : { state, changedAt: now - ago * 1000 }),
    calls: calls === undefined ? before.calls : CALLS[calls](before.calls),
    once,
  };
}

const CALLS: Record<NonNullable<Move['calls']>, (calls: number | null) => number | null> = {
  'one more': (calls) => (calls ?? 0) + 1,
  reset: () => 0,
  'not told': () => null,
  told: (calls) => calls ?? 5,
};

function rowOf(
  { id, once, state, reason, campaign, calls, since, changedAt }: Present,
  now: number,
) {
  const shown = once === 'unknown' ? 'unknown' : state;
  const told = TOLD[since](changedAt, now);
  return agent(id, shown, {
    reason: shown === 'paused' ? reason : null,
    callsToday: calls,
    stateSince: told,
    stateSinceSource: told === null ? null : 'vendor',
    stateSinceUncertaintySeconds: told === null ? null : 0,
    teams: { campaign, userGroup: null, departments: [], queues: [] },
    observedAt: now,
  });
}
