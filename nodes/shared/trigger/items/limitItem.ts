import type { LimitEvent } from '../events';
import type { ResolveReason } from '../lifeCycle';
import { alertKeyOf } from '../memory';
import { agentItem, fullName, goneAgent } from './agentItem';
import { NOTHING_ELSE, type Body, type ItemOptions } from './body';
import { durationText, stateText, statesText } from './words';

/** Why an alert is over, as the end of a sentence that begins with the agent's name. */
const ENDED: Record<ResolveReason, string> = {
  leftState: 'is no longer',
  codeChanged: 'changed the pause code and is no longer',
  loggedOut: 'logged out and is no longer',
  outOfScope: 'is no longer watched, and was',
  ruleChanged: 'is within the new limit, and was',
  ruleRemoved: 'is no longer watched for this, and was',
  unseen: 'was not seen for a while, and before that was',
  nobodyLoggedIn: 'is no longer',
};

/** An agent who is in a state too long, or no longer. */
export function limitBody(event: LimitEvent, options: ItemOptions): Body {
  const { alert, rule, at, reason } = event;
  const elapsed = at - alert.start;
  const value = Math.floor(elapsed / 1000);
  const agent = event.agent ?? goneAgent(alert, at, reason === 'loggedOut' ? at : null, options);
  return {
    ...NOTHING_ELSE,
    ...textsOf(event, elapsed),
    severity: alert.severity,
    elapsed,
    value,
    threshold: alert.limit / 1000,
    unit: 'seconds',
    since: alert,
    // After a gap the vendor may date it later than it was first seen.
    unseenSeconds: Math.min(event.unseenSeconds, value),
    reason,
    rule: {
      id: rule.id,
      type: 'stateTooLong',
      states: rule.states,
      pauseCode: rule.codeName || null,
      limitMinutes: alert.limit / 60_000,
    },
    agent: agentItem(agent, options),
    key: alertKeyOf(rule.id, options.agentKey(alert.agentId)),
    idStart: alert.idStart,
  };
}

function textsOf({ event, alert, rule, agent, reason }: LimitEvent, elapsed: number) {
  const [name, who] = [alert.agentName ?? alert.agentId, fullName(alert)];
  const state =
    rule.states.length === 1 || agent === undefined || event === 'resolved'
      ? statesText(rule.states)
      : stateText(agent.state, null);
  const what = alert.code === '' ? state : `${state} (${alert.code})`;
  const { uncertainty } = alert;
  const vague = uncertainty === null || uncertainty * 1000 > elapsed || reason === 'unseen';
  const time = `${vague ? 'at least ' : ''}${durationText(elapsed)}`;
  const limit = durationText(alert.limit);
  if (event === 'resolved') {
    return {
      title: `${name} no longer ${what} after ${time}`,
      message: `${who} ${ENDED[reason ?? 'leftState']} ${what}. It took ${time}; the limit is ${limit}.`,
    };
  }
  const still = event === 'repeated' ? 'still ' : '';
  return {
    title: `${name} ${still}${what} for ${time}, limit ${limit}`,
    message: `${who} has been ${what} for ${time}. The limit is ${limit}.`,
  };
}
