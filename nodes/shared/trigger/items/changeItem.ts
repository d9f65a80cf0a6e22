import type { ChangeEvent } from '../events';
import { alertKeyOf } from '../memory';
import { agentItem, fullName, goneAgent } from './agentItem';
import { NOTHING_ELSE, type Body, type ItemOptions } from './body';
import { durationText, stateText } from './words';

/** An agent who went from one state to another; the value is the time in the old one. */
export function changeBody(event: ChangeEvent, options: ItemOptions): Body {
  const { who, rule, from, to, at, before } = event;
  const elapsed = before === null ? null : Math.max(0, who.start - before.start);
  const agent =
    event.agent === undefined
      ? goneAgent(who, at, at, options)
      : {
          ...event.agent,
          stateSince: who.start,
          stateSinceSource: who.startSource,
          stateSinceUncertaintySeconds: who.uncertainty,
        };
  return {
    ...NOTHING_ELSE,
    ...textsOf(event, elapsed),
    severity: 'info',
    elapsed,
    value: elapsed === null ? null : Math.floor(elapsed / 1000),
    threshold: null,
    unit: 'seconds',
    since: who,
    unseenSeconds: event.unseenSeconds,
    rule: { id: rule.id, type: 'stateChange', from: rule.from, to: rule.to },
    change: { from, to },
    agent: agentItem(agent, options),
    key: alertKeyOf(rule.id, options.agentKey(who.agentId)),
    idStart: Math.floor(who.start / 1000),
  };
}

function textsOf({ who, from, to, agent, before }: ChangeEvent, elapsed: number | null) {
  const name = who.agentName ?? who.agentId;
  const atLeast = before?.startSource === 'observed' && before.uncertainty === null;
  const time = elapsed === null ? '' : `${atLeast ? 'at least ' : ''}${durationText(elapsed)}`;
  const was = `${stateText(from, null)} for ${time}`;
  const now = stateText(to, agent?.reason ?? null);
  const what =
    to === 'offline'
      ? `logged out, was ${was}`
      : from === 'offline'
        ? `logged in, is ${now}`
        : `is ${now}, was ${was}`;
  return { title: `${name} ${what}`, message: `${fullName(who)} ${what}.` };
}
