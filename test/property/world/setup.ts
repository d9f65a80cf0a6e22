import { omit } from 'lodash';
import type { AgentState } from '../../../nodes/shared/model/AgentState';

export type Severity = 'warning' | 'critical';

/** "An agent is in one of these states for so long." */
export interface TimeRow {
  kind: 'time';
  states: AgentState[];
  /** As the user types them: '', 'LUNCH, TEA' or '*'. */
  reasons: string;
  minutes: number;
  severity: Severity;
}

/** "So many agents, percent or calls, for so long." */
export interface CountRow {
  kind: 'count';
  measure: 'agents' | 'percent' | 'callsWaiting';
  states: AgentState[];
  comparison: 'atLeast' | 'atMost';
  value: number;
  forMinutes: number;
  /** How far on the good side of the value it is over; 0 is the value itself. */
  clearBy: number;
  severity: Severity;
}

/** "An agent goes from one of these states to one of those"; empty is any. */
export interface ChangeRow {
  kind: 'change';
  from: AgentState[];
  to: AgentState[];
}

export type Row = TimeRow | CountRow | ChangeRow;

/** A working time; the time zone is the history's. */
export interface Hours {
  days: string[];
  from: string;
  to: string;
}

export interface Options {
  sourceDown: boolean;
  downAfter: number;
  sendResolved: boolean;
  campaigns: string[];
  excludeAgents: string[];
  /** Null leaves the parameter out. */
  minLoggedIn: number | null;
  activeHours: Hours | null;
  alertOnActivation: boolean;
  repeatEvery: number;
  heartbeatEvery: number;
}

/** What the user set the trigger up to do. Which events are chosen follows from the rows. */
export interface Setup extends Options {
  rows: Row[];
}

export const PLAIN: Options = {
  sourceDown: false,
  downAfter: 3,
  sendResolved: true,
  campaigns: [],
  excludeAgents: [],
  minLoggedIn: null,
  activeHours: null,
  alertOnActivation: false,
  repeatEvery: 0,
  heartbeatEvery: 0,
};

const rowsOf = <Kind extends Row['kind']>({ rows }: Setup, kind: Kind) =>
  rows.filter((row): row is Extract<Row, { kind: Kind }> => row.kind === kind);

export const timeRows = (setup: Setup) => rowsOf(setup, 'time');
export const countRows = (setup: Setup) => rowsOf(setup, 'count');
export const changeRows = (setup: Setup) => rowsOf(setup, 'change');

/** The value at which a count is over; the value itself where the other side has no room. */
export function clearAt({ measure, comparison, value, clearBy }: CountRow): number {
  const at = comparison === 'atLeast' ? value - clearBy : value + clearBy;
  return at < 0 || (measure === 'percent' && at > 100) ? value : at;
}

/** The set-up as the node's parameters, as the editor saves them. */
export function parametersOf(setup: Setup): Record<string, unknown> {
  const [times, counts, changes] = [timeRows(setup), countRows(setup), changeRows(setup)];
  return {
    events: [
      ...(times.length > 0 ? ['stateTooLong'] : []),
      ...(counts.length > 0 ? ['countLimit'] : []),
      ...(changes.length > 0 ? ['stateChange'] : []),
      ...(setup.sourceDown ? ['sourceDown'] : []),
    ],
    timeLimits: { rows: times.map((row) => omit(row, 'kind')) },
    countLimits: { rows: counts.map(countParameters) },
    changes: { rows: changes.map((row) => omit(row, 'kind')) },
    downAfter: setup.downAfter,
    sendResolved: setup.sendResolved,
    filters: {
      campaigns: setup.campaigns,
      excludeAgents: setup.excludeAgents.join(', '),
      ...(setup.minLoggedIn === null ? {} : { minLoggedIn: setup.minLoggedIn }),
      ...(setup.activeHours === null ? {} : { activeHours: { hours: setup.activeHours } }),
    },
    options: {
      alertOnActivation: setup.alertOnActivation,
      repeatEvery: setup.repeatEvery,
      heartbeatEvery: setup.heartbeatEvery,
    },
  };
}

function countParameters(row: CountRow) {
  const clear = clearAt(row);
  return { ...omit(row, 'kind', 'clearBy'), clearAt: clear === row.value ? '' : String(clear) };
}
