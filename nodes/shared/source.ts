import type { AgentSnapshot } from './model/AgentSnapshot';
import type { AgentState } from './model/AgentState';

/** A floor as it was read: everyone the vendor lists, and when. */
export interface FloorReading {
  agents: AgentSnapshot[];
  /** Epoch milliseconds. */
  observedAt: number;
}

/** What a vendor offers to the nodes and to the trigger. */
export interface AgentSource {
  /** Which server and account this is, without a secret. */
  readonly id: string;
  /** Whether the vendor lists agents who are offline as well. */
  readonly hasRoster: boolean;
  /** An agent's ID as this vendor compares IDs: two of the same key are one agent. */
  agentKey(agentId: string): string;
  /**
   * Everyone, in the fewest requests the vendor allows.
   *
   * @param states the states somebody wants to know about; what costs more requests, and would
   *   only tell others apart or since when, is left out
   * @throws ContactCenterFailure when anything is missing or cannot be read
   */
  readFloor(states: readonly AgentState[]): Promise<FloorReading>;
  /**
   * Asks after one agent whom the floor no longer lists, in another way than the floor is
   * read: some servers answer "nobody" when they are broken.
   *
   * @returns whether the vendor says that this agent is not logged in
   */
  confirmOffline(agentId: string): Promise<boolean>;
}
