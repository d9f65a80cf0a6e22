import { z } from 'zod';
import { ContactCenterFailure } from '../failure';
import { AGENT_STATES, type AgentState } from '../model/AgentState';

export const SEVERITIES = ['warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A limit of a rule, and how grave it is to be over it. */
export interface Step {
  limitMs: number;
  severity: Severity;
}

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
  /** From the lowest limit to the highest. */
  steps: Step[];
}

/** The code of a pause as it is compared: without case and outer spaces, none is empty. */
export function codeKey(reason: string | null): string {
  return (reason ?? '').trim().toLowerCase();
}

/** The states of a rule as a key; rules on the same states share what is remembered. */
export function statesKey(states: readonly AgentState[]): string {
  return AGENT_STATES.filter((state) => states.includes(state)).join('+');
}

const rowSchema = z.object({
  states: z.array(z.enum(AGENT_STATES)).min(1).default(['paused']),
  reasons: z.coerce.string().default(''),
  minutes: z.coerce.number().finite().min(0).default(10),
  severity: z.enum(SEVERITIES).default('warning'),
});

type Row = z.infer<typeof rowSchema>;

/**
 * The rules of the trigger's limit rows.
 *
 * @throws ContactCenterFailure `badInput` that names the row which cannot be right
 */
export function rulesFrom(rows: readonly unknown[]): StateTooLongRule[] {
  if (rows.length === 0) {
    throw new ContactCenterFailure(
      'badInput',
      'The trigger has no limit to watch',
      'Under "Time Limits", add a limit.',
    );
  }
  const rules = new Map<string, StateTooLongRule>();
  for (const [index, value] of rows.entries()) {
    const row = readRow(value, index + 1);
    for (const codeName of codesOf(row)) addRow(rules, row, codeName, index + 1);
  }
  return [...rules.values()];
}

function readRow(value: unknown, number: number): Row {
  const row = rowSchema.safeParse(value);
  if (row.success) return row.data;
  const field = String(row.error.issues[0]?.path[0] ?? 'states');
  throw new ContactCenterFailure(
    'badInput',
    `Time limit ${number} cannot be read: look at its ${field}`,
    'Choose at least one state, and a number of minutes that is not negative.',
  );
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
  number: number,
): void {
  const code = codeKey(codeName);
  const id = ['stateTooLong', statesKey(states), code].filter((part) => part !== '').join(':');
  const rule = rules.get(id) ?? { id, states, code, codeName, steps: [] };
  if (rule.steps.some((step) => step.severity === severity)) {
    throw new ContactCenterFailure(
      'badInput',
      `Time limit ${number} is there twice: another one has the same states, pause code and severity`,
      'Remove one of the two, or give it another severity.',
    );
  }
  const steps =
    minutes === 0 ? rule.steps : [...rule.steps, { limitMs: minutes * 60_000, severity }];
  rules.set(id, { ...rule, steps: steps.sort((a, b) => a.limitMs - b.limitMs) });
}

/** The gravest step that `elapsedMs` has reached; undefined below all of them. */
export function stepReached(rule: StateTooLongRule, elapsedMs: number): Step | undefined {
  return rule.steps
    .filter(({ limitMs }) => elapsedMs >= limitMs)
    .sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity))[0];
}

export function isGraver(severity: Severity, than: Severity): boolean {
  return SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(than);
}
