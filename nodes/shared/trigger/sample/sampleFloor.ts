import type { AgentSnapshot } from '../../model/AgentSnapshot';
import type { Observation } from '../context';
import type { TriggerEvent } from '../events';
import type { Memory } from '../memory';
import type { Setup } from '../setup';

/** An event that shows what a rule's events look like. */
export interface Sample {
  event: TriggerEvent;
  /** Whether the rule would fire now for what is shown. */
  wouldFire: boolean;
  /** How many agents, or what figure, the rule is about now. */
  matchingNow: number;
  /** What is made up about it; empty for nothing. */
  remark: string;
}

/** What samples are made of. */
export interface SampleFloor {
  /** The agents in scope, by key. */
  agents: ReadonlyArray<[key: string, agent: AgentSnapshot]>;
  observation: Observation;
  /** What would be remembered after this look. */
  looked: Memory;
  setup: Setup;
  /** Whether this is within the active hours. */
  active: boolean;
  at: number;
}

/** Of how many agents a rule shows the events. */
export const MOST_PER_RULE = 3;
