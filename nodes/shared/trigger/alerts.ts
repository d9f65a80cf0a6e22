import type { AgentSnapshot } from '../model/AgentSnapshot';
import type { Progress } from './episodes';
import { goOn, type AlertChange, type Ending } from './lifeCycle';
import type { AgentAlert } from './memory';
import { stepReached, type StateTooLongRule } from './rules/timeLimits';

/** All that decides about one alert of one agent. */
interface AlertView {
  rule: StateTooLongRule;
  alert: AgentAlert | undefined;
  step: Progress;
  agent: AgentSnapshot | undefined;
  /** Since when the rule's time runs; null where the rule is not about what the agent does. */
  clock: number | null;
  inScope: boolean;
  /** Whether what is over already is to be kept quiet: the trigger was just switched on. */
  silent: boolean;
  /** After how long an alert that goes on is told again; 0 is never. */
  repeatMs: number;
  now: number;
}

/** The alert from now on, and what to tell about it. */
interface AlertVerdict {
  alert: AgentAlert | undefined;
  changes: Array<AlertChange & { alert: AgentAlert }>;
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
  alert: AgentAlert,
  { rule, step, inScope, clock, now }: AlertView,
): Ending | undefined {
  if (step.ended !== undefined) return step.ended;
  if (!inScope) return { reason: 'outOfScope', at: now };
  if (!step.certain) return undefined;
  if (clock === null) {
    return step.gapFrom === null
      ? { reason: 'codeChanged', at: now }
      : { reason: 'unseen', at: step.gapFrom };
  }
  // The vendor may have dated the state earlier since the alert began.
  return stepReached(rule, now - Math.min(alert.start, clock)) === undefined
    ? { reason: 'ruleChanged', at: now }
    : undefined;
}

/** It becomes graver by the time that was seen: after a long gap, that begins anew. */
function keep(alert: AgentAlert, { rule, step, clock, repeatMs, now }: AlertView): AlertVerdict {
  if (!step.certain || clock === null) return { alert, changes: [] };
  const reached = stepReached(rule, now - clock);
  const { alert: kept, event } = goOn(alert, rule.steps, reached, repeatMs, now);
  return {
    alert: kept,
    changes: event === undefined ? [] : [{ event, reason: null, at: now, alert: kept }],
  };
}

function begin(view: AlertView): AgentAlert | undefined {
  const { rule, step, agent, clock, inScope, silent, now } = view;
  const { track } = step;
  if (track === undefined || agent === undefined || clock === null) return undefined;
  if (!inScope || !step.certain) return undefined;
  const reached = stepReached(rule, now - clock);
  if (reached === undefined) return undefined;
  // The vendor dates the state, not the pause code in it.
  const { startSource, uncertainty } =
    clock === track.start ? track : { startSource: 'observed' as const, uncertainty: null };
  return {
    ruleId: rule.id,
    agentId: agent.agentId,
    agentName: agent.agentName,
    start: clock,
    startSource,
    uncertainty,
    idStart: Math.floor(clock / 1000),
    ...reached,
    code: agent.reason ?? '',
    silent: silent && startSource === 'vendor',
    toldAt: now,
  };
}
