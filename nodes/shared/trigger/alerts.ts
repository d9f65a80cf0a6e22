import type { AgentSnapshot } from '../model/AgentSnapshot';
import type { Progress } from './episodes';
import type { Alert } from './memory';
import { isGraver, stepReached, type StateTooLongRule } from './rules';

/** Why an alert is over. */
export type ResolveReason =
  | 'leftState'
  | 'codeChanged'
  | 'loggedOut'
  | 'outOfScope'
  | 'ruleChanged'
  | 'ruleRemoved'
  | 'unseen';

/** What happened to an alert. */
export interface AlertChange {
  event: 'fired' | 'escalated' | 'resolved';
  /** For `resolved`: why. */
  reason: ResolveReason | null;
  /** When it happened, as far as is known: a log-out is dated at the first poll that missed it. */
  at: number;
}

/** All that decides about one alert of one agent. */
export interface AlertView {
  rule: StateTooLongRule;
  alert: Alert | undefined;
  step: Progress;
  agent: AgentSnapshot | undefined;
  /** Since when the rule's time runs; null where the rule is not about what the agent does. */
  clock: number | null;
  inScope: boolean;
  /** Whether what is over already is to be kept quiet: the trigger was just switched on. */
  silent: boolean;
  now: number;
}

/** The alert from now on, and what to tell about it. */
export interface AlertVerdict {
  alert: Alert | undefined;
  changes: Array<AlertChange & { alert: Alert }>;
}

/** Decides about one alert: first whether the old one is over, then whether there is a new one. */
export function judgeAlert(view: AlertView): AlertVerdict {
  const { alert, now } = view;
  const over = alert === undefined ? undefined : endOf(alert, view);
  if (alert !== undefined && over === undefined) return keep(alert, view);
  const changes =
    alert === undefined || over === undefined || alert.silent
      ? []
      : [{ event: 'resolved' as const, ...over, alert }];
  const begun = begin(view);
  if (begun === undefined) return { alert: undefined, changes };
  if (begun.silent) return { alert: begun, changes };
  return {
    alert: begun,
    changes: [...changes, { event: 'fired', reason: null, at: now, alert: begun }],
  };
}

function endOf(
  alert: Alert,
  { rule, step, inScope, clock, now }: AlertView,
): { reason: ResolveReason; at: number } | undefined {
  if (step.ended !== undefined) return step.ended;
  if (!inScope) return { reason: 'outOfScope', at: now };
  if (!step.certain) return undefined;
  if (clock === null) {
    return { reason: step.track === undefined ? 'leftState' : 'codeChanged', at: now };
  }
  return stepReached(rule, now - alert.start) === undefined
    ? { reason: 'ruleChanged', at: now }
    : undefined;
}

/** An alert that goes on may become graver, never milder. */
function keep(alert: Alert, { rule, step, now }: AlertView): AlertVerdict {
  const reached = step.certain ? stepReached(rule, now - alert.start) : undefined;
  if (reached === undefined || !isGraver(reached.severity, alert.severity)) {
    return { alert, changes: [] };
  }
  const graver = { ...alert, ...reached, silent: false };
  const event = alert.silent ? ('fired' as const) : ('escalated' as const);
  return { alert: graver, changes: [{ event, reason: null, at: now, alert: graver }] };
}

function begin({ rule, step, agent, clock, inScope, silent, now }: AlertView): Alert | undefined {
  const { track } = step;
  if (track === undefined || agent === undefined || clock === null) return undefined;
  if (!inScope || !step.certain) return undefined;
  const reached = stepReached(rule, now - clock);
  if (reached === undefined) return undefined;
  return {
    ruleId: rule.id,
    agentId: agent.agentId,
    agentName: agent.agentName,
    start: clock,
    startSource: track.startSource,
    uncertainty: track.uncertainty,
    idStart: Math.floor(clock / 1000),
    ...reached,
    code: agent.reason ?? '',
    silent: silent && track.startSource === 'vendor',
  };
}
