import type { IDataObject } from 'n8n-workflow';

/**
 * What one agent did in a time window. Durations are whole seconds; what a vendor does not
 * tell, or tells wrongly, is null.
 */
export interface AgentActivity {
  agentId: string;
  agentName: string | null;
  /** The window asked for, ISO 8601 UTC. */
  from: string;
  to: string;
  teams: { campaign: string | null; userGroup: string | null };
  contacts: number | null;
  sessions: number | null;
  pauses: number | null;
  loggedInSeconds: number | null;
  talkSeconds: number | null;
  averageTalkSeconds: number | null;
  waitSeconds: number | null;
  wrapUpSeconds: number | null;
  pauseSeconds: number | null;
  /** Paused time per hundred of the time logged in, to one decimal. */
  percentPaused: number | null;
  vendor: string;
  source: string;
  /** The vendor's own record, as it came. */
  raw: IDataObject;
}
