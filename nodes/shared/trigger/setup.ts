import { uniq } from 'lodash';
import type { AgentSnapshot } from '../model/AgentSnapshot';
import type { AgentState } from '../model/AgentState';
import type { ParameterReader } from '../parameters/read';
import { rulesFrom, type StateTooLongRule } from './rules';

/** What the user has set the trigger up to do. */
export interface Setup {
  rules: StateTooLongRule[];
  /** The states that any rule is about. */
  states: AgentState[];
  sendResolved: boolean;
  alertOnActivation: boolean;
  includePersonalData: boolean;
  simplify: boolean;
  requestTimeoutSeconds: number;
  inScope(agent: AgentSnapshot): boolean;
}

/**
 * The trigger's parameters.
 *
 * @throws ContactCenterFailure `badInput` where the set-up cannot be right
 */
export function readSetup(read: ParameterReader): Setup {
  const watched = read.list('events').includes('stateTooLong');
  const rules = rulesFrom(watched ? read.rows('timeLimits.rows') : []);
  return {
    rules,
    states: uniq(rules.flatMap(({ states }) => states)),
    sendResolved: read.flag('sendResolved', true),
    alertOnActivation: read.flag('options.alertOnActivation', false),
    includePersonalData: read.flag('options.includePersonalData', false),
    simplify: read.flag('options.simplify', true),
    requestTimeoutSeconds: read.number('options.requestTimeout', 10, 1),
    inScope: scopeOf(read),
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
