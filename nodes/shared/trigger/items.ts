import type { IDataObject } from 'n8n-workflow';
import { snapshotToItem, toIso, type AgentCall, type AgentSnapshot } from '../model/AgentSnapshot';
import type { ResolveReason } from './alerts';
import type { TriggerEvent } from './evaluate';
import { alertKeyOf, type Alert } from './memory';
import type { StateTooLongRule } from './rules';
import { durationText, stateText, statesText } from './words';

/** How items are made, from the trigger's options. */
export interface ItemOptions {
  source: string;
  vendor: string;
  agentKey(agentId: string): string;
  simplify: boolean;
  includePersonalData: boolean;
}

/** Why an alert is over, as the end of a sentence that begins with the agent's name. */
const ENDED: Record<ResolveReason, string> = {
  leftState: 'is no longer',
  codeChanged: 'changed the pause code and is no longer',
  loggedOut: 'logged out and is no longer',
  outOfScope: 'is no longer among the agents watched, and was',
  ruleChanged: 'is within the new limit, and was',
  ruleRemoved: 'is no longer watched for this, and was',
  unseen: 'was not seen for a while, and before that was',
};

/** An event as the item a workflow gets. Everything to send is in `title` and `message`. */
export function toItem(event: TriggerEvent, options: ItemOptions): IDataObject {
  const { alert, rule, agent } = event;
  const alertKey = `${options.source}/${alertKeyOf(alert.ruleId, options.agentKey(alert.agentId))}`;
  const elapsed = event.at - alert.start;
  return {
    event: event.event,
    testEvent: false,
    ...textsOf(event, elapsed),
    severity: alert.severity,
    durationText: durationText(elapsed),
    value: Math.floor(elapsed / 1000),
    threshold: alert.limitMs / 1000,
    unit: 'seconds',
    since: toIso(alert.start),
    sinceSource: alert.startSource,
    sinceUncertaintySeconds: alert.uncertainty,
    unseenSeconds: event.unseenSeconds,
    resolveReason: event.reason,
    rule: describeRule(alert, rule),
    agent: agentItem(agent ?? goneAgent(event, options), options),
    alertKey,
    alertId: `${alertKey}@${alert.idStart}`,
    at: toIso(event.at),
  };
}

function textsOf({ event, alert, rule, agent, reason }: TriggerEvent, elapsed: number) {
  const name = alert.agentName ?? alert.agentId;
  const who = alert.agentName === null ? alert.agentId : `${alert.agentName} (${alert.agentId})`;
  const state =
    rule === undefined || rule.states.length === 1 || agent === undefined || event === 'resolved'
      ? statesText(rule?.states ?? ['paused'])
      : stateText(agent.state, null);
  const what = alert.code === '' ? state : `${state} (${alert.code})`;
  const exact = alert.startSource === 'vendor' || alert.uncertainty !== null;
  const time = `${exact && reason !== 'unseen' ? '' : 'at least '}${durationText(elapsed)}`;
  const limit = durationText(alert.limitMs);
  if (event === 'resolved') {
    return {
      title: `${name} no longer ${what} after ${time}`,
      message: `${who} ${ENDED[reason ?? 'leftState']} ${what}. It took ${time}; the limit is ${limit}.`,
    };
  }
  return {
    title: `${name} ${what} for ${time}, limit ${limit}`,
    message: `${who} has been ${what} for ${time}. The limit is ${limit}.`,
  };
}

function describeRule(alert: Alert, rule: StateTooLongRule | undefined): IDataObject {
  return {
    id: alert.ruleId,
    type: 'stateTooLong',
    states: rule?.states ?? null,
    pauseCode: rule?.codeName || null,
    limitMinutes: alert.limitMs / 60_000,
  };
}

/** The agent's snapshot; phone numbers and lead codes only when asked for. */
export function agentItem(agent: AgentSnapshot, options: ItemOptions): IDataObject {
  const shown =
    options.includePersonalData || agent.call === null
      ? agent
      : { ...agent, call: { ...NOBODY_CALLED, campaign: agent.call.campaign } };
  return snapshotToItem(shown, options.simplify || !options.includePersonalData);
}

const NOBODY_CALLED: AgentCall = {
  callId: null,
  leadId: null,
  leadCode: null,
  phone: null,
  campaign: null,
  seconds: null,
};

/** Somebody who is no longer on the floor, as far as the alert remembers. */
function goneAgent(
  { alert, at, reason }: TriggerEvent,
  { vendor, source }: ItemOptions,
): AgentSnapshot {
  const loggedOut = reason === 'loggedOut';
  return {
    vendor,
    source,
    agentId: alert.agentId,
    agentName: alert.agentName,
    email: null,
    state: loggedOut ? 'offline' : 'unknown',
    vendorStatus: null,
    vendorSubStatus: null,
    reason: null,
    stateSince: loggedOut ? at : null,
    stateSinceSource: loggedOut ? 'observed' : null,
    stateSinceUncertaintySeconds: null,
    routable: loggedOut ? false : null,
    teams: { campaign: null, userGroup: null, departments: [], queues: [] },
    call: null,
    callsToday: null,
    session: null,
    observedAt: at,
    raw: {},
  };
}
