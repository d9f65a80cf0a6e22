import type { IDataObject } from 'n8n-workflow';
import type { ResolveReason } from '../lifeCycle';
import type { Start } from '../memory';

/** How items are made, from the trigger's options. */
export interface ItemOptions {
  /** Which server and account it is about. */
  source: string;
  vendor: string;
  vendorName: string;
  agentKey(agentId: string): string;
  simplify: boolean;
  includePersonalData: boolean;
}

/** What an item says, in the same terms for every kind of event. */
export interface Body {
  title: string;
  message: string;
  /** `info` for what is no alert. */
  severity: 'info' | 'warning' | 'critical';
  /** What the duration is of: milliseconds; null where there is none. */
  elapsed: number | null;
  value: number | null;
  threshold: number | null;
  unit: 'seconds' | 'agents' | 'percent' | 'calls' | 'polls' | null;
  since: Start | null;
  unseenSeconds: number;
  reason: ResolveReason | null;
  rule: IDataObject & { id: string };
  change: { from: string; to: string } | null;
  agent: IDataObject | null;
  counts: IDataObject | null;
  failure: { kind: string; message: string; advice: string } | null;
  /** Whom or what it is about, without time: the rule, and the agent where it is about one. */
  key: string;
  /** The start of what it is about, in epoch seconds. */
  idStart: number;
}

/** What most bodies have nothing to say about. */
export const NOTHING_ELSE = {
  reason: null,
  change: null,
  agent: null,
  counts: null,
  failure: null,
  unseenSeconds: 0,
} as const;
