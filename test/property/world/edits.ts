import { AGENT_STATES, type AgentState } from '../../../nodes/shared/model/AgentState';
import type { ChangeRow, Options, Row, Setup } from './setup';

/** What a user changes in a running trigger, who then publishes it again. */
export type Edit =
  | { edit: 'dropRow' | 'severity'; row: number }
  | { edit: 'limit'; row: number; value: number }
  | { edit: 'reverse' }
  | { edit: 'addRow'; added: Row }
  | { edit: 'options'; options: Partial<Options> }
  | { edit: 'renameNode' }
  | { edit: 'otherServer' };

/** A set-up the trigger accepts: no rule twice, and something to watch. */
export function valid(setup: Setup): Setup {
  const taken = new Set<string>();
  const rows = setup.rows.filter((row) => {
    if (row.kind === 'change' && isNoChange(row)) return false;
    const names = namesOf(row);
    if (names.some((name) => taken.has(name))) return false;
    for (const name of names) taken.add(name);
    return true;
  });
  return { ...setup, rows, sourceDown: setup.sourceDown || rows.length === 0 };
}

/** From a state to itself. */
const isNoChange = ({ from, to }: ChangeRow) => from.length === 1 && from.join() === to.join();

const inOrder = (states: readonly AgentState[]) =>
  AGENT_STATES.filter((state) => states.includes(state)).join('+');

/** What two rows must not have in common. */
function namesOf(row: Row): string[] {
  if (row.kind === 'change') return [`${inOrder(row.from)},${inOrder(row.to)}`];
  const states = inOrder(row.states);
  if (row.kind === 'count') {
    const of = row.measure === 'callsWaiting' ? '' : states;
    return [[row.measure, row.comparison, of, row.severity].join()];
  }
  const codes = row.states.includes('paused') ? row.reasons.split(',') : [''];
  return codes.map((code) => [states, code.trim().toLowerCase(), row.severity].join());
}

export function edited(setup: Setup, edit: Edit): Setup {
  return valid(change(setup, edit));
}

function change(setup: Setup, edit: Edit): Setup {
  const { rows } = setup;
  const one = (row: number, become: (old: Row) => Row[]) => ({
    ...setup,
    rows: rows.flatMap((old, index) => (index === row % rows.length ? become(old) : [old])),
  });
  switch (edit.edit) {
    case 'dropRow':
      return one(edit.row, () => []);
    case 'severity':
      return one(edit.row, (old) => [otherSeverity(old)]);
    case 'limit':
      return one(edit.row, (old) => [limited(old, edit.value)]);
    case 'reverse':
      return { ...setup, rows: rows.toReversed() };
    case 'addRow':
      return { ...setup, rows: [...rows, edit.added] };
    case 'options':
      return { ...setup, ...edit.options };
    default:
      return setup;
  }
}

function otherSeverity(row: Row): Row {
  if (row.kind === 'change') return row;
  return { ...row, severity: row.severity === 'warning' ? 'critical' : 'warning' };
}

function limited(row: Row, value: number): Row {
  if (row.kind === 'time') return { ...row, minutes: value };
  if (row.kind === 'count') return { ...row, value, forMinutes: value % 3 };
  return row;
}
