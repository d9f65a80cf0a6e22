import type { AgentSnapshot } from '../../nodes/shared/model/AgentSnapshot';
import type { AgentState } from '../../nodes/shared/model/AgentState';
import type { Observation, Watch } from '../../nodes/shared/trigger/context';
import { evaluate } from '../../nodes/shared/trigger/evaluate';
import type { LimitEvent, TriggerEvent } from '../../nodes/shared/trigger/events';
import { EMPTY_MEMORY, type Memory } from '../../nodes/shared/trigger/memory';
import { changesFrom } from '../../nodes/shared/trigger/rules/changes';
import { countLimitsFrom } from '../../nodes/shared/trigger/rules/countLimits';
import type { Rules } from '../../nodes/shared/trigger/rules/rules';
import { timeLimitsFrom } from '../../nodes/shared/trigger/rules/timeLimits';
import { onClock, polled } from '../../nodes/shared/trigger/timing';

/** A whole hour, so that times in expectations are easy to read. */
export const T0 = Date.UTC(2026, 0, 5, 9, 0, 0);
export const MINUTE = 60_000;

/** An agent of no particular vendor. */
export function agent(
  agentId: string,
  state: AgentState,
  fields: Partial<AgentSnapshot> = {},
): AgentSnapshot {
  return {
    vendor: 'test',
    source: 'test:server',
    agentId,
    agentName: `Agent ${agentId}`,
    email: null,
    state,
    vendorStatus: null,
    vendorSubStatus: null,
    reason: null,
    stateSince: null,
    stateSinceSource: null,
    stateSinceUncertaintySeconds: null,
    routable: null,
    teams: { campaign: null, userGroup: null, departments: [], queues: [] },
    call: null,
    callsToday: 0,
    session: null,
    observedAt: T0,
    raw: {},
    ...fields,
  };
}

export const paused = (id: string, reason: string | null = null, fields = {}) =>
  agent(id, 'paused', { reason, ...fields });

/** An agent whose vendor tells since when. */
export const since = (ms: number): Partial<AgentSnapshot> => ({
  stateSince: ms,
  stateSinceSource: 'vendor',
});

export interface WatchOptions extends Partial<Watch> {
  /** Time limits. */
  rows?: readonly unknown[];
  counts?: readonly unknown[];
  changes?: readonly unknown[];
}

const WATCH: Watch = {
  inScope: () => true,
  isActive: () => true,
  alertOnActivation: false,
  minLoggedIn: 1,
  repeatMs: 0,
};

function rulesOf({ rows, counts, changes }: WatchOptions): Rules {
  return {
    limits: rows === undefined ? [] : timeLimitsFrom(rows),
    counts: counts === undefined ? [] : countLimitsFrom(counts),
    changes: changes === undefined ? [] : changesFrom(changes),
  };
}

/** A trigger of whose engine only the pure part runs: floors in, events out. */
export function watch(options: WatchOptions) {
  let memory: Memory = EMPTY_MEMORY;
  let settings = options;
  const look = (now: number, observation: Observation) => {
    const choice = { ...WATCH, ...settings };
    const result = evaluate(rulesOf(settings), onClock(memory, now), observation, choice, now);
    memory = polled(result.memory, now);
    return result.events;
  };
  return {
    get memory() {
      return memory;
    },
    change(changed: WatchOptions) {
      settings = { ...settings, ...changed };
    },
    /** A poll that fails. */
    fail(now: number) {
      const before = onClock(memory, now);
      const outage = before.outage ?? { since: now, idStart: 0, polls: 0, told: null };
      memory = polled({ ...before, outage: { ...outage, polls: outage.polls + 1 } }, now);
    },
    /** A poll that sees these agents, and so many calls waiting. */
    look(now: number, agents: AgentSnapshot[], callsWaiting: number | null = null) {
      return look(now, {
        agents: new Map(agents.map((each) => [each.agentId, each])),
        callsWaiting,
        gone: null,
      });
    },
    /** A poll for rules about agents who are in a state too long. */
    see(now: number, ...agents: AgentSnapshot[]): LimitEvent[] {
      return this.look(now, agents).filter((event) => event.type === 'stateTooLong');
    },
  };
}

/** Events in short: "fired 1001", "resolved 1001 leftState", "fired countLimit:agents:atMost:ready". */
export function words(events: readonly TriggerEvent[]): string[] {
  return events.map((event) => {
    const [about, reason] = [aboutOf(event), 'reason' in event ? event.reason : null];
    return [event.event, about, reason].filter((part) => part !== null).join(' ');
  });
}

function aboutOf(event: TriggerEvent): string | null {
  switch (event.type) {
    case 'stateTooLong':
      return event.alert.agentId;
    case 'countLimit':
      return event.rule.id;
    case 'stateChange':
      return `${event.who.agentId} ${event.from}>${event.to}`;
    default:
      return null;
  }
}

/** So many minutes after T0. */
export const at = (minutes: number) => T0 + minutes * MINUTE;

/** Polls every minute from `from` to `to`, both included, and gives "minute: event". */
export function everyMinute(
  trigger: ReturnType<typeof watch>,
  from: number,
  to: number,
  ...agents: AgentSnapshot[]
): string[] {
  const told: string[] = [];
  for (let minute = from; minute <= to; minute += 1) {
    told.push(...words(trigger.look(at(minute), agents)).map((word) => `${minute}: ${word}`));
  }
  return told;
}

/** How an event of this floor becomes an item. */
export const ITEM_OPTIONS = {
  vendor: 'test',
  vendorName: 'Test',
  source: 'test:server',
  agentKey: (id: string) => id,
  simplify: true,
  includePersonalData: false,
};
