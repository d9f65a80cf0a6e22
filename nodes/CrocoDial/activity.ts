import { groupBy, sumBy } from 'lodash';
import type { AgentActivity } from '../shared/model/AgentActivity';
import { percentOf } from '../shared/model/AgentCounts';
import { toIso } from '../shared/model/AgentSnapshot';
import type { Window } from '../shared/node/parameters/window';
import type { CallRecord, PauseRow, TimeColumns } from './api/schemas';
import { agentKey } from './agents';

/** Where a record of a call may have the agent: the columns are not documented. */
const AGENT_COLUMNS = ['user', 'agent', 'agent_user', 'username', 'user_name', 'agent_id'];
const NAME_COLUMNS = ['full_name', 'agent_name', 'name'];
const LENGTH_COLUMNS = ['length_in_sec', 'talk_time', 'talk_sec', 'duration', 'billsec'];

/** A window of time, and the server it was asked of. */
export interface Asked {
  source: string;
  window: Window;
}

/** Nothing is known yet of what somebody did. */
export function nothingDone(
  agentId: string,
  agentName: string | null,
  { source, window }: Asked,
): AgentActivity {
  return {
    agentId,
    agentName: agentName?.trim() || null,
    from: toIso(window.from) ?? '',
    to: toIso(window.to) ?? '',
    teams: { campaign: null, userGroup: null },
    contacts: 0,
    sessions: null,
    pauses: null,
    loggedInSeconds: null,
    talkSeconds: 0,
    averageTalkSeconds: null,
    waitSeconds: null,
    wrapUpSeconds: null,
    pauseSeconds: null,
    percentPaused: null,
    vendor: 'crocoDial',
    source,
    raw: {},
  };
}

/**
 * The columns of GOautodial's time report as activities. Talk is the time with the customer;
 * what follows until the agent is done is wrap-up (docs/vendors/croco-dial.md, Activity).
 */
export function fromTimeColumns(
  columns: TimeColumns,
  pauses: readonly PauseRow[],
  asked: Asked,
): AgentActivity[] {
  return columns.user.map((agentId, index) => {
    const cell = (name: Exclude<keyof TimeColumns, 'name' | 'user'>) => columns[name][index] ?? 0;
    const [contacts, talk] = [cell('number_of_calls'), cell('customer_time')];
    const [loggedIn, paused] = [cell('agent_time'), cell('pause_time')];
    const codes = pauses.filter(({ user }) => agentKey(user) === agentKey(agentId));
    const times = Object.keys(columns).map((name) => [name, Reflect.get(columns, name)[index]]);
    return {
      ...nothingDone(agentId, columns.name[index] ?? '', asked),
      contacts,
      loggedInSeconds: loggedIn,
      talkSeconds: talk,
      averageTalkSeconds: contacts === 0 ? null : Math.round(talk / contacts),
      waitSeconds: cell('wait_time'),
      wrapUpSeconds: cell('dispo_time') + cell('wrap_up'),
      pauseSeconds: paused,
      percentPaused: percentOf(paused, loggedIn),
      raw: {
        ...Object.fromEntries(times),
        pauseCodes: Object.fromEntries(codes.map((row) => [row.sub_status, row.pause_sec])),
      },
    };
  });
}

/**
 * CROCO-dial's records of calls, added up per agent; null where no column names the agent.
 */
export function fromCallRecords(
  records: readonly CallRecord[],
  asked: Asked,
): AgentActivity[] | null {
  const agentOf = (record: CallRecord) => textIn(record, AGENT_COLUMNS);
  if (records.some((record) => agentOf(record) === null)) return null;
  return Object.values(groupBy(records, (record) => agentKey(agentOf(record) ?? ''))).map(
    (calls) => {
      const [first = {}] = calls;
      const lengths = calls.map((call) => Number(textIn(call, LENGTH_COLUMNS) ?? Number.NaN));
      const talk = lengths.some(Number.isNaN) ? null : sumBy(lengths);
      return {
        ...nothingDone(agentOf(first) ?? '', textIn(first, NAME_COLUMNS), asked),
        contacts: calls.length,
        talkSeconds: talk,
        averageTalkSeconds: talk === null ? null : Math.round(talk / calls.length),
        raw: { calls },
      };
    },
  );
}

function textIn(record: CallRecord, columns: readonly string[]): string | null {
  const value = columns.map((name) => record[name]).find((each) => each !== undefined);
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
    ? String(value)
    : null;
}
