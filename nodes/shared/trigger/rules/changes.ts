import { z } from 'zod';
import { AGENT_STATES, type AgentState } from '../../model/AgentState';
import { badRow, readRows, statesKey } from './rows';

/** An agent goes from one of some states to one of others. */
export interface StateChangeRule {
  id: string;
  /** Empty for any. */
  from: AgentState[];
  /** Empty for any. */
  to: AgentState[];
}

const KIND = {
  list: 'Changes',
  one: 'Change',
  advice: 'Choose states from the lists, or none for any state.',
};

const states = z.array(z.enum(AGENT_STATES)).default([]);
const schema = z.object({ from: states, to: states });

/**
 * The rules of the trigger's changes.
 *
 * @throws ContactCenterFailure `badInput` that names the row which cannot be right
 */
export function changesFrom(rows: readonly unknown[]): StateChangeRule[] {
  const rules = new Map<string, StateChangeRule>();
  for (const [index, { from, to }] of readRows(KIND, schema, rows).entries()) {
    const id = `stateChange:${statesKey(from) || 'any'}:${statesKey(to) || 'any'}`;
    if (rules.has(id)) {
      throw badRow(KIND, index, 'is there twice', 'Remove one of the two.');
    }
    if (from.length === 1 && to.length === 1 && from[0] === to[0]) {
      throw badRow(
        KIND,
        index,
        'can never happen: it is from a state to the same',
        'Choose another state on one side, or none for any state.',
      );
    }
    rules.set(id, { id, from, to });
  }
  return [...rules.values()];
}

/** Whether a rule is about an agent's going from one state to another. */
export function isAbout({ from, to }: StateChangeRule, old: AgentState, now: AgentState): boolean {
  return (from.length === 0 || from.includes(old)) && (to.length === 0 || to.includes(now));
}
