import type { AgentSnapshot } from '../../nodes/shared/model/AgentSnapshot';
import type { AgentState } from '../../nodes/shared/model/AgentState';
import { evaluate, type Observation } from '../../nodes/shared/trigger/evaluate';
import { EMPTY_MEMORY, onClock, polled, type Memory } from '../../nodes/shared/trigger/memory';
import { rulesFrom } from '../../nodes/shared/trigger/rules';

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

export interface WatchOptions {
  rows?: readonly unknown[];
  inScope?: Observation['inScope'];
  alertOnActivation?: boolean;
}

/** A trigger of whose engine only the pure part runs: floors in, words about events out. */
export function watch({
  rows = [{}],
  inScope = () => true,
  alertOnActivation = false,
}: WatchOptions) {
  let memory: Memory = EMPTY_MEMORY;
  let settings = { rules: rulesFrom(rows), inScope, alertOnActivation };
  return {
    get memory() {
      return memory;
    },
    change(options: WatchOptions) {
      if (options.rows !== undefined) settings = { ...settings, rules: rulesFrom(options.rows) };
      if (options.inScope !== undefined) settings = { ...settings, inScope: options.inScope };
    },
    /** A poll that fails. */
    fail(now: number) {
      memory = polled({ ...onClock(memory, now), badPolls: memory.badPolls + 1 }, now);
    },
    /** A poll at `now`; gives what happened as "event:agent:rule" and, when resolved, why. */
    see(now: number, ...agents: AgentSnapshot[]) {
      const floor = new Map(agents.map((each) => [each.agentId, each]));
      const result = evaluate(
        settings.rules,
        onClock(memory, now),
        { ...settings, agents: floor },
        now,
      );
      memory = polled(result.memory, now);
      return result.events;
    },
  };
}

/** Events in short: "fired 1001", "resolved 1001 leftState". */
export function words(events: ReturnType<ReturnType<typeof watch>['see']>): string[] {
  return events.map(({ event, alert, reason }) =>
    [event, alert.agentId, reason].filter((part) => part !== null).join(' '),
  );
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
    told.push(...words(trigger.see(at(minute), ...agents)).map((word) => `${minute}: ${word}`));
  }
  return told;
}
