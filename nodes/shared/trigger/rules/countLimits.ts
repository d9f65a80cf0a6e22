import { z } from 'zod';
import { AGENT_STATES, type AgentState } from '../../model/AgentState';
import { amount, badRow, readRows, statesKey, statesOf } from './rows';
import { SEVERITIES, type Step } from './severity';

/** What is counted: agents in some states, their percent of the logged-in, or calls waiting. */
const MEASURES = ['agents', 'percent', 'callsWaiting'] as const;
export type Measure = (typeof MEASURES)[number];

const COMPARISONS = ['atLeast', 'atMost'] as const;
type Comparison = (typeof COMPARISONS)[number];

/** A limit of a count, how long it must hold, and when it is over. */
export interface CountStep extends Step {
  forMs: number;
  /** The value at which it is over; null where that is as soon as the limit no longer holds. */
  clearAt: number | null;
}

/** A count of the floor is too high or too low. */
export interface CountLimitRule {
  /** Its identity: kind, measure, comparison and states. */
  id: string;
  measure: Measure;
  comparison: Comparison;
  /** None for calls waiting. */
  states: AgentState[];
  steps: CountStep[];
}

const KIND = {
  list: 'Count Limits',
  one: 'Count limit',
  advice: 'Choose at least one state, and numbers that are not negative.',
};

const schema = z.object({
  measure: z.enum(MEASURES).default('agents'),
  states: z.array(z.enum(AGENT_STATES)).default(['ready']),
  comparison: z.enum(COMPARISONS).default('atMost'),
  value: amount.default(0),
  forMinutes: amount.default(2),
  clearAt: z
    .union([z.literal(null), z.string().trim().length(0), amount])
    .default(null)
    .transform((value) => (typeof value === 'string' ? null : value)),
  severity: z.enum(SEVERITIES).default('warning'),
});

type Row = z.infer<typeof schema>;

/**
 * The rules of the trigger's count limits.
 *
 * @throws ContactCenterFailure `badInput` that names the row which cannot be right
 */
export function countLimitsFrom(rows: readonly unknown[]): CountLimitRule[] {
  const rules = new Map<string, CountLimitRule>();
  for (const [index, row] of readRows(KIND, schema, rows).entries()) {
    const problem = problemOf(row);
    if (problem !== undefined) throw badRow(KIND, index, ...problem);
    const { measure, comparison } = row;
    const states = measure === 'callsWaiting' ? [] : row.states;
    const id = ['countLimit', measure, comparison, statesKey(states)]
      .filter((part) => part !== '')
      .join(':');
    const rule = rules.get(id) ?? { id, measure, comparison, states, steps: [] };
    if (rule.steps.some(({ severity }) => severity === row.severity)) {
      throw badRow(
        KIND,
        index,
        'is there twice: another one counts the same, with the same comparison and severity',
        'Remove one of the two, or give it another severity.',
      );
    }
    rules.set(id, { ...rule, steps: [...rule.steps, stepOf(row)] });
  }
  return [...rules.values()];
}

/** What is wrong, and what to do. */
type Problem = [problem: string, advice: string] | undefined;

function problemOf({ measure, states, comparison, value, clearAt }: Row): Problem {
  if (measure !== 'callsWaiting' && states.length === 0) {
    return ['counts no state', 'Choose the states in which agents are counted.'];
  }
  if (measure === 'percent' && (value > 100 || (clearAt ?? 0) > 100)) {
    return ['is over 100 percent', 'Enter percents from 0 to 100.'];
  }
  if (clearAt === null || (comparison === 'atLeast' ? clearAt <= value : clearAt >= value)) {
    return undefined;
  }
  const side = comparison === 'atLeast' ? 'below' : 'above';
  return [
    'would never be over: its clear value lies on the wrong side',
    `Enter a clear value ${side} ${value}, or leave it empty.`,
  ];
}

function stepOf({ value, forMinutes, clearAt, severity }: Row): CountStep {
  return {
    limit: value,
    severity,
    forMs: forMinutes * 60_000,
    clearAt: clearAt === value ? null : clearAt,
  };
}

/** A rule that is no longer set up, as far as its ID tells. */
export function countLimitOf(id: string): CountLimitRule {
  const [, measure, comparison, states = ''] = id.split(':');
  return {
    id,
    measure: MEASURES.find((each) => each === measure) ?? 'agents',
    comparison: COMPARISONS.find((each) => each === comparison) ?? 'atLeast',
    states: statesOf(states),
    steps: [],
  };
}
