import { ContactCenterFailure } from '../http/failure';
import type { AgentSnapshot } from '../model/AgentSnapshot';
import type { ParameterReader } from '../node/parameters/read';
import type { FloorWanted } from '../model/Floor';
import { activeHours } from './activeHours';
import type { Watch } from './context';
import type { OutageSetup } from './outage';
import { changesFrom } from './rules/changes';
import { countLimitsFrom } from './rules/countLimits';
import { wantedBy, type Rules } from './rules/rules';
import { timeLimitsFrom } from './rules/timeLimits';

/** What the user has set the trigger up to do. */
export interface Setup {
  rules: Rules;
  watch: Watch;
  wanted: FloorWanted;
  outage: OutageSetup;
  sendResolved: boolean;
  /** Every so often a sign of life; 0 is never. */
  heartbeatMs: number;
  includePersonalData: boolean;
  simplify: boolean;
  requestTimeoutSeconds: number;
}

const MINUTE_MS = 60_000;

/**
 * The trigger's parameters.
 *
 * @param timezone IANA, of the workflow
 * @throws ContactCenterFailure `badInput` where the set-up cannot be right
 */
export function readSetup(read: ParameterReader, timezone: string): Setup {
  const events = read.list('events');
  const rules = rulesOf(read, events);
  return {
    rules,
    wanted: wantedBy(rules),
    watch: {
      inScope: scopeOf(read),
      isActive: activeHours(read.row('filters.activeHours.hours'), timezone),
      alertOnActivation: read.flag('options.alertOnActivation', false),
      minLoggedIn: read.number('filters.minLoggedIn', 1, 0),
      repeatMs: read.number('options.repeatEvery', 0, 0) * MINUTE_MS,
    },
    outage: {
      asItem: events.includes('sourceDown'),
      downAfter: read.number('downAfter', 3, 1),
    },
    sendResolved: read.flag('sendResolved', true),
    heartbeatMs: read.number('options.heartbeatEvery', 0, 0) * MINUTE_MS,
    includePersonalData: read.flag('options.includePersonalData', false),
    simplify: read.flag('options.simplify', true),
    requestTimeoutSeconds: read.number('options.requestTimeout', 10, 1),
  };
}

function rulesOf(read: ParameterReader, events: readonly string[]): Rules {
  if (events.length === 0) {
    throw new ContactCenterFailure(
      'badInput',
      'The trigger has nothing to watch',
      'Choose at least one event under "Trigger On".',
    );
  }
  const rowsOf = <R>(event: string, from: (rows: unknown[]) => R[], name: string): R[] =>
    events.includes(event) ? from(read.rows(name)) : [];
  return {
    limits: rowsOf('stateTooLong', timeLimitsFrom, 'timeLimits.rows'),
    counts: rowsOf('countLimit', countLimitsFrom, 'countLimits.rows'),
    changes: rowsOf('stateChange', changesFrom, 'changes.rows'),
  };
}

/** Filters are compared without case, as the vendors compare their own IDs. */
function scopeOf(read: ParameterReader): (agent: AgentSnapshot) => boolean {
  const ids = (...names: string[]) =>
    new Set(names.flatMap((name) => read.list(`filters.${name}`)).map((id) => id.toLowerCase()));
  const campaigns = ids('campaigns', 'campaignIds');
  const userGroups = ids('userGroups', 'userGroupIds');
  const departments = ids('departments', 'departmentIds');
  const queues = ids('queues', 'queueIds');
  const agents = ids('agents');
  const excluded = ids('excludeAgents');
  const within = (wanted: ReadonlySet<string>, id: string | null) =>
    wanted.size === 0 || wanted.has((id ?? '').toLowerCase());
  const withinAny = (wanted: ReadonlySet<string>, of: readonly string[]) =>
    wanted.size === 0 || of.some((id) => wanted.has(id.toLowerCase()));
  return ({ agentId, teams }) =>
    within(campaigns, teams.campaign) &&
    within(userGroups, teams.userGroup) &&
    withinAny(departments, teams.departments) &&
    withinAny(queues, teams.queues) &&
    within(agents, agentId) &&
    !excluded.has(agentId.toLowerCase());
}
