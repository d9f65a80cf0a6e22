import { z } from 'zod';
import { ContactCenterFailure } from '../../http/failure';
import { AGENT_STATES, type AgentState } from '../../model/AgentState';

/** A kind of rows the user fills in, as the editor calls them. */
interface RowKind {
  /** The list: "Time Limits". */
  list: string;
  /** One of it: "Time limit". */
  one: string;
  /** What a row must have to be right. */
  advice: string;
}

/** A number that is not negative, also as text; an empty field is no number. */
export const amount = z
  .union([z.number(), z.string().trim().min(1)])
  .pipe(z.coerce.number().finite().min(0));

/** What cannot be right about a row, in words that name it by its number in the editor. */
export function badRow({ one }: RowKind, index: number, problem: string, advice: string) {
  return new ContactCenterFailure('badInput', `${one} ${index + 1} ${problem}`, advice);
}

/**
 * The rows of a list, each as its schema has it.
 *
 * @throws ContactCenterFailure `badInput` for a list without a row, and for a row that is wrong
 */
export function readRows<S extends z.ZodTypeAny>(
  kind: RowKind,
  schema: S,
  rows: readonly unknown[],
): Array<z.output<S>> {
  if (rows.length === 0) {
    throw new ContactCenterFailure(
      'badInput',
      `The trigger has no row under "${kind.list}"`,
      `Add one, or take what it is for out of "Trigger On".`,
    );
  }
  return rows.map((value, index) => {
    const row = schema.safeParse(value);
    if (row.success) return row.data;
    const field = String(row.error.issues[0]?.path[0] ?? 'fields');
    throw badRow(kind, index, `cannot be read: look at its ${field}`, kind.advice);
  });
}

/** States as a key, in an order of their own; rules on the same states share what is remembered. */
export function statesKey(states: readonly AgentState[]): string {
  return AGENT_STATES.filter((state) => states.includes(state)).join('+');
}

/** The states of a key. */
export function statesOf(key: string): AgentState[] {
  const names = key.split('+');
  return AGENT_STATES.filter((state) => names.includes(state));
}
