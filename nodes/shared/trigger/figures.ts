import { round } from 'lodash';
import type { AgentSnapshot } from '../model/AgentSnapshot';
import { LOGGED_IN_STATES, type AgentState } from '../model/AgentState';
import type { CountLimitRule, CountStep } from './rules/countLimits';

/** A figure of the floor; agents in an unknown state leave it between two ends. */
export interface Figure {
  least: number;
  most: number;
  /** As it is told: from what is known. */
  value: number;
}

/** What a count rule finds: `asleep` with too few logged in, `unsure` where unknown agents decide. */
type Finding = Figure | 'asleep' | 'unsure';

/** What is counted: the agents in scope, and the calls that wait. */
export interface Countable {
  agents: ReadonlyArray<Pick<AgentSnapshot, 'state'>>;
  callsWaiting: number | null;
  /** With fewer logged in, nothing is counted. */
  minLoggedIn: number;
}

/** The figure of a rule. */
export function figureOf(
  { measure, states }: Pick<CountLimitRule, 'measure' | 'states'>,
  { agents, callsWaiting, minLoggedIn }: Countable,
): Finding {
  const count = (of: readonly AgentState[]) =>
    agents.filter(({ state }) => of.includes(state)).length;
  const [matching, loggedIn, unknown] = [
    count(states),
    count(LOGGED_IN_STATES),
    count(['unknown']),
  ];
  // A percent of nobody is none, whatever the minimum.
  const needed = measure === 'percent' ? Math.max(1, minLoggedIn) : minLoggedIn;
  if (loggedIn + unknown < needed) return 'asleep';
  if (loggedIn < needed) return 'unsure';
  if (measure === 'callsWaiting') {
    return callsWaiting === null
      ? 'unsure'
      : { least: callsWaiting, most: callsWaiting, value: callsWaiting };
  }
  if (measure === 'agents') {
    return { least: matching, most: matching + unknown, value: matching };
  }
  const all = loggedIn + unknown;
  return {
    least: (100 * matching) / all,
    most: (100 * (matching + unknown)) / all,
    value: round((100 * matching) / loggedIn, 1),
  };
}

/** Whether something is so at both ends of a figure, at neither, or unsure. */
export type Truth = boolean | 'unsure';

function atBothEnds({ least, most }: Figure, isSo: (value: number) => boolean): Truth {
  const [low, high] = [isSo(least), isSo(most)];
  return low === high ? low : 'unsure';
}

/** Whether a limit holds. */
export function holds(
  { comparison }: Pick<CountLimitRule, 'comparison'>,
  { limit }: Pick<CountStep, 'limit'>,
  figure: Figure,
): Truth {
  return atBothEnds(figure, (value) =>
    comparison === 'atLeast' ? value >= limit : value <= limit,
  );
}

/** Whether what was over a limit is so no longer, by the limit's own clear value. */
export function clears(
  rule: Pick<CountLimitRule, 'comparison'>,
  step: Pick<CountStep, 'limit' | 'clearAt'>,
  figure: Figure,
): Truth {
  const { clearAt } = step;
  if (clearAt === null) {
    const truth = holds(rule, step, figure);
    return truth === 'unsure' ? truth : !truth;
  }
  return atBothEnds(figure, (value) =>
    rule.comparison === 'atLeast' ? value <= clearAt : value >= clearAt,
  );
}
