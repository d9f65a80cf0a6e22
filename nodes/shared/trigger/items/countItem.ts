import type { IDataObject } from 'n8n-workflow';
import type { CountEvent } from '../events';
import type { ResolveReason } from '../lifeCycle';
import type { CountLimitRule, Measure } from '../rules/countLimits';
import { NOTHING_ELSE, type Body } from './body';
import { durationText, statesText } from './words';

const UNITS = { agents: 'agents', percent: 'percent', callsWaiting: 'calls' } as const;

const COMPARISONS = { atLeast: 'at least', atMost: 'at most' } as const;

/** Why the alert of a count is over, as a sentence. */
const ENDED: Record<ResolveReason, string> = {
  leftState: 'That is within the limit again.',
  codeChanged: 'That is within the limit again.',
  loggedOut: 'That is within the limit again.',
  outOfScope: 'The active hours are over.',
  ruleChanged: 'That is within the new limit.',
  ruleRemoved: 'This is no longer watched.',
  unseen: 'It ended while nobody could look.',
  nobodyLoggedIn: 'Too few agents are logged in to count them.',
};

/** A count that is too high or too low, or no longer. */
export function countBody(event: CountEvent, counts: IDataObject | null): Body {
  const { alert, rule, value, at } = event;
  const elapsed = at - alert.start;
  return {
    ...NOTHING_ELSE,
    ...textsOf(event, elapsed),
    severity: alert.severity,
    elapsed,
    value,
    threshold: alert.limit,
    unit: UNITS[rule.measure],
    since: alert,
    unseenSeconds: event.unseenSeconds,
    reason: event.reason,
    rule: {
      id: rule.id,
      type: 'countLimit',
      measure: rule.measure,
      states: rule.states,
      comparison: rule.comparison,
      clearAt: alert.clearAt,
    },
    counts,
    key: rule.id,
    idStart: alert.idStart,
  };
}

function textsOf({ event, alert, rule, value, reason }: CountEvent, elapsed: number) {
  const time = elapsed === 0 ? '' : ` for ${durationText(elapsed)}`;
  const limit = `${COMPARISONS[rule.comparison]} ${alert.limit}${rule.measure === 'percent' ? ' %' : ''}`;
  const now = value === null ? 'Not counted now' : figureText(rule, value);
  if (event === 'resolved') {
    return {
      title: `Over after ${durationText(elapsed)}: ${limitText(rule, alert.limit)}`,
      message: `${now}. ${ENDED[reason ?? 'leftState']} The alert "${limitText(rule, alert.limit)}" is over after ${durationText(elapsed)}.`,
    };
  }
  const still = event === 'repeated' ? 'Still ' : '';
  return {
    title: `${still}${now}${time}, limit ${limit}`,
    message: `${now}${time}. The limit is ${limit}.`,
  };
}

/** A figure in words: "2 agents ready", "62.5 % paused", "7 calls waiting". */
export function figureText({ measure, states }: CountLimitRule, value: number): string {
  const words: Record<Measure, string> = {
    agents: `${value} ${value === 1 ? 'agent' : 'agents'} ${statesText(states)}`,
    percent: `${value} % ${statesText(states)}`,
    callsWaiting: `${value} ${value === 1 ? 'call' : 'calls'} waiting`,
  };
  return words[measure];
}

/** A limit in words: "at most 0 agents ready". */
function limitText(rule: CountLimitRule, limit: number): string {
  return `${COMPARISONS[rule.comparison]} ${figureText(rule, limit)}`;
}
