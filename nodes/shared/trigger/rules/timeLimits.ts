import { z } from 'zod';
import { AGENT_STATES, type AgentState } from '../../model/AgentState';
import { amount, badRow, readRows, statesKey, statesOf } from './rows';
import { gravest, SEVERITIES, type Step } from './severity';

/**
 * An agent is too long in one of some states. Rows of the same identity (states and pause code)
 * are one rule with several steps; a rule without a step never alerts, and keeps its pause code
 * out of the rule for the other codes.
 */
export interface StateTooLongRule {
  /** Its identity: kind, states and code. Limits and order may change, the alert stays. */
  id: string;
  states: AgentState[];
  /** `''` the codes without a rule of their own, `*` the whole pause, else one code's key. */
  code: string;
  /** The code as the user wrote it. */
  codeName: string;
  /** Limits in milliseconds, from the lowest to the highest. */
  steps: Step[];
}

/** The code of a pause as it is compared: without case and outer spaces, none is empty. */
export function codeKey(reason: string | null): string {
  return (reason ?? '').trim().toLowerCase();
}

const KIND = {
  list: 'Time Limits',
  one: 'Time limit',
  advice: 'Choose at least one state, and a number of minutes that is not negative.',
};

const schema = z.object({
  states: z.array(z.enum(AGENT_STATES)).min(1).default(['paused']),
  reasons: z.coerce.string().default(''),
  minutes: amount.default(10),
  severity: z.enum(SEVERITIES).default('warning'),
});

type Row = z.infer<typeof schema>;

/**
 * The rules of the trigger's time limits.
 *
 * @throws ContactCenterFailure `badInput` that names the row which cannot be right
 */
export function timeLimitsFrom(rows: readonly unknown[]): StateTooLongRule[] {
  const rules = new Map<string, StateTooLongRule>();
  for (const [index, row] of readRows(KIND, schema, rows).entries()) {
    for (const codeName of codesOf(row)) addRow(rules, row, codeName, index);
  }
  return [...rules.values()];
}

/** Codes belong to pauses: rows about other states have none. */
function codesOf({ states, reasons }: Row): string[] {
  const codes = reasons.split(/[,\n]/).map((code) => code.trim());
  const named = states.includes('paused') ? codes.filter((code) => code !== '') : [];
  return named.length === 0 ? [''] : named;
}

function addRow(
  rules: Map<string, StateTooLongRule>,
  { states, minutes, severity }: Row,
  codeName: string,
  index: number,
): void {
  const code = codeKey(codeName);
  const id = ['stateTooLong', statesKey(states), code].filter((part) => part !== '').join(':');
  const rule = rules.get(id) ?? { id, states, code, codeName, steps: [] };
  if (rule.steps.some((step) => step.severity === severity)) {
    throw badRow(
      KIND,
      index,
      'is there twice: another one has the same states, pause code and severity',
      'Remove one of the two, or give it another severity.',
    );
  }
  const steps = minutes === 0 ? rule.steps : [...rule.steps, { limit: minutes * 60_000, severity }];
  rules.set(id, { ...rule, steps: steps.sort((a, b) => a.limit - b.limit) });
}

/** A rule that is no longer set up, as far as its ID tells. */
export function timeLimitOf(id: string): StateTooLongRule {
  const [, states = '', ...code] = id.split(':');
  return {
    id,
    states: statesOf(states),
    code: code.join(':'),
    codeName: code.join(':'),
    steps: [],
  };
}

/** The gravest step that `elapsedMs` has reached; undefined below all of them. */
export function stepReached({ steps }: StateTooLongRule, elapsedMs: number): Step | undefined {
  return gravest(steps.filter(({ limit }) => elapsedMs >= limit));
}
