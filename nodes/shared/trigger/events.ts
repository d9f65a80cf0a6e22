import type { ContactCenterFailure } from '../http/failure';
import type { AgentSnapshot } from '../model/AgentSnapshot';
import type { CountAlert } from './counts';
import type { AlertChange } from './lifeCycle';
import type { AgentAlert, Outage } from './memory';
import type { StateChange } from './presence';
import type { StateChangeRule } from './rules/changes';
import type { CountLimitRule } from './rules/countLimits';
import type { StateTooLongRule } from './rules/timeLimits';

/** An agent's alert has begun, grown, gone on or ended. */
export interface LimitEvent extends AlertChange {
  type: 'stateTooLong';
  rule: StateTooLongRule;
  alert: AgentAlert;
  /** The agent as just seen, since-when included; undefined when not on the floor. */
  agent: AgentSnapshot | undefined;
  unseenSeconds: number;
}

/** A count's alert has begun, grown, gone on or ended. */
export interface CountEvent extends AlertChange {
  type: 'countLimit';
  rule: CountLimitRule;
  alert: CountAlert;
  /** Null where nothing is counted any more. */
  value: number | null;
  unseenSeconds: number;
}

/** An agent has gone from one state to another. */
export interface ChangeEvent extends StateChange {
  type: 'stateChange';
  event: 'changed';
  rule: StateChangeRule;
  unseenSeconds: number;
}

/** The contact center cannot be read, or can be again. */
export interface OutageEvent {
  type: 'sourceDown';
  event: 'sourceDown' | 'sourceRecovered';
  at: number;
  outage: Outage;
  /** After how many failed polls it is told. */
  downAfter: number;
  /** Null when it is over. */
  failure: ContactCenterFailure | null;
}

/** The trigger lives. */
export interface HeartbeatEvent {
  type: 'heartbeat';
  event: 'heartbeat';
  at: number;
  /** The last believed observation; null without one. */
  goodAt: number | null;
}

/** Something to tell. */
export type TriggerEvent = LimitEvent | CountEvent | ChangeEvent | OutageEvent | HeartbeatEvent;
