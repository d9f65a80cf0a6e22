import type { AgentSnapshot } from './AgentSnapshot';
import type { AgentState } from './AgentState';

/** Agents as they were read, and when. */
export interface AgentsReading {
  agents: AgentSnapshot[];
  /** Epoch milliseconds. */
  observedAt: number;
}

/** A floor as it was read: everyone the vendor lists, and how many calls wait for them. */
export interface FloorReading extends AgentsReading {
  /** Null when nobody wanted to know, or where the vendor has none to tell. */
  callsWaiting: number | null;
}

/** What somebody wants to know about a floor; who is on it is always told. */
export interface FloorWanted {
  /**
   * What costs more requests, and would only tell other states than these apart or since when,
   * is left out.
   */
  states: readonly AgentState[];
  /** Whether calls waiting are wanted; a vendor that has none tells null. */
  callsWaiting: boolean;
}

/** A contact center's floor, as its vendor lets it be read. */
export interface Floor {
  /** Which server and account this is, without a secret. */
  readonly id: string;
  /** Whether the vendor lists agents who are offline as well. */
  readonly hasRoster: boolean;
  /** An agent's ID as this vendor compares IDs: two of the same key are one agent. */
  agentKey(agentId: string): string;
  /**
   * Everyone, and with the calls waiting where they are wanted, in the fewest requests the
   * vendor allows.
   *
   * @throws ContactCenterFailure when anything of what is wanted is missing or cannot be read
   */
  readFloor(wanted: FloorWanted): Promise<FloorReading>;
  /**
   * Asks after one agent whom the floor no longer lists, in another way than the floor is
   * read: some servers answer "nobody" when they are broken.
   *
   * @returns whether the vendor says that this agent is not logged in
   */
  confirmOffline(agentId: string): Promise<boolean>;
}
