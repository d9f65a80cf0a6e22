import type { AgentSnapshot } from '../model/AgentSnapshot';
import type { Moment } from './episodes';
import type { Doubt, Memory } from './memory';
import type { Rules } from './rules/rules';

/** A floor that is believed. */
export interface Observation {
  agents: ReadonlyMap<string, AgentSnapshot>;
  /** Null where no rule asks for them. */
  callsWaiting: number | null;
  /** Since when those who are missing are gone, where that was doubted and is believed now. */
  gone: Doubt | null;
}

/** What the user has chosen beside the rules. */
export interface Watch {
  inScope(agent: AgentSnapshot): boolean;
  /** Whether a moment is within the active hours. */
  isActive(now: number): boolean;
  /** Whether alerts are sent for who is over a limit when the trigger is switched on. */
  alertOnActivation: boolean;
  /** With fewer agents logged in, count limits are silent. */
  minLoggedIn: number;
  /** After how long an alert that goes on is told again; 0 is never. */
  repeatMs: number;
}

/** All that one believed observation is judged by. */
export interface Context extends Pick<Moment, 'now' | 'longGap' | 'unseen' | 'gone'> {
  rules: Rules;
  /** On n8n's clock as it is now. */
  memory: Memory;
  observation: Observation;
  watch: Watch;
  /** Whether this is within the active hours. */
  active: boolean;
  /** Whether the trigger was just switched on, and is to be silent about what is over already. */
  seeding: boolean;
}
