import type { Context } from './context';
import type { CountEvent, LimitEvent } from './events';
import { countLimitOf } from './rules/countLimits';
import { timeLimitOf } from './rules/timeLimits';

/** The ends of alerts whose rule was taken away. */
export function removedAlerts(context: Context): Array<LimitEvent | CountEvent> {
  return [...removedLimits(context), ...removedCounts(context)];
}

function removedLimits({ rules, memory, observation, now }: Context): LimitEvent[] {
  const known = new Set(rules.limits.map(({ id }) => id));
  const agents = [...observation.agents.values()];
  return Object.values(memory.alerts)
    .filter(({ ruleId, silent }) => !known.has(ruleId) && !silent)
    .map((alert) => ({
      type: 'stateTooLong',
      event: 'resolved',
      reason: 'ruleRemoved',
      at: now,
      rule: timeLimitOf(alert.ruleId),
      alert,
      agent: agents.find(({ agentId }) => agentId === alert.agentId),
      unseenSeconds: 0,
    }));
}

function removedCounts({ rules, memory, now }: Context): CountEvent[] {
  const known = new Set(rules.counts.map(({ id }) => id));
  return Object.entries(memory.counts).flatMap(([id, { alert }]): CountEvent[] =>
    alert === null || known.has(id)
      ? []
      : [
          {
            type: 'countLimit',
            event: 'resolved',
            reason: 'ruleRemoved',
            at: now,
            rule: countLimitOf(id),
            alert,
            value: null,
            unseenSeconds: 0,
          },
        ],
  );
}
