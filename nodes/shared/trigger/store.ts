import type { IDataObject } from 'n8n-workflow';
import { cloneDeep, mapValues, pickBy } from 'lodash';
import { z } from 'zod';
import { decode, encode, type StoredMemory } from './encode';
import { EMPTY_MEMORY, type Memory } from './memory';

/** What a change of the stored form's meaning must raise. */
const SCHEMA = 2;
const MOST_PENDING = 5_000;
/** A trigger that lives saves its memory at each poll, once a month at least; others were deleted. */
const KEPT_MS = 60 * 24 * 60 * 60_000;

/** Whose memory it is: another workflow or node begins afresh, and so does another source. */
export interface Owner {
  workflowId: string;
  nodeId: string;
}

interface Envelope extends Owner {
  schema: number;
  source: string;
  seq: number;
  /** Epoch milliseconds. */
  savedAt: number;
  data: StoredMemory;
}

const envelopeSchema = z.object({
  schema: z.literal(SCHEMA),
  workflowId: z.string(),
  nodeId: z.string(),
  source: z.string(),
  seq: z.number(),
  savedAt: z.number(),
  data: z.custom<StoredMemory>((value) => typeof value === 'object' && value !== null),
});

/** Where n8n keeps data with a workflow: the node's own, and what all its nodes share. */
export interface Stored {
  own: IDataObject;
  shared: IDataObject;
}

/** The name in the shared data under which triggers keep each other's memory, by node ID. */
const SHARED = 'contactCenterTriggers';

const sharedSchema = z.record(z.unknown()).catch({});

/** Memory of this process: n8n saves node static data only with an execution (docs/n8n.md). */
const inProcess = new Map<string, Envelope>();

export const ownerKey = ({ workflowId, nodeId }: Owner): string =>
  JSON.stringify([workflowId, nodeId]);

export interface Recalled {
  memory: Memory;
  seq: number;
  /** Epoch milliseconds; 0 when nothing is remembered. */
  savedAt: number;
  /** Whom it was remembered of; undefined when nothing is remembered. */
  source: string | undefined;
}

/**
 * What the trigger remembers: of process and stored data the latest, the process on a tie. A copy:
 * nothing that happens to it is stored before `remember`.
 *
 * @param source whom it must be of; undefined when that cannot be known
 */
export function recall(
  owner: Owner,
  source: string | undefined,
  { own, shared }: Stored,
): Recalled {
  const kept = sharedSchema.parse(shared[SHARED])[owner.nodeId];
  const [latest] = [inProcess.get(ownerKey(owner)), own.memory, kept]
    .map((value) => envelopeSchema.safeParse(value).data)
    .filter((envelope) => envelope !== undefined)
    .filter(({ workflowId, nodeId }) => workflowId === owner.workflowId && nodeId === owner.nodeId)
    .filter((envelope) => source === undefined || envelope.source === source)
    .sort((a, b) => b.savedAt - a.savedAt);
  if (latest === undefined) {
    return { memory: EMPTY_MEMORY, seq: 0, savedAt: 0, source: undefined };
  }
  return { ...latest, memory: decode(cloneDeep(latest.data)) };
}

/**
 * Stores memory in process and static data, in one assignment, since n8n notices no other. Other
 * triggers of the workflow are stored with it: n8n may write an old state of them back (docs/n8n.md).
 *
 * @returns how many pending agents had to be forgotten
 */
export function remember(
  owner: Owner,
  { own, shared }: Stored,
  { memory, seq, savedAt: before, source = '' }: Recalled,
  now: number,
): number {
  const { kept, forgotten } = bounded(memory);
  const data = encode(kept);
  // Later must stay later, also when the clock was set back.
  const savedAt = Math.max(now, before + 1);
  const envelope: Envelope = { ...owner, schema: SCHEMA, source, seq: seq + 1, savedAt, data };
  inProcess.set(ownerKey(owner), envelope);
  own.memory = cloneDeep({ ...envelope });
  keepOthers(owner, shared, now);
  return forgotten;
}

/** Stores the other triggers of the workflow with one that is saved, and drops the deleted. */
function keepOthers({ workflowId, nodeId }: Owner, shared: IDataObject, now: number): void {
  const lives = (each: Pick<Envelope, 'savedAt'>) => now - each.savedAt <= KEPT_MS;
  for (const [key, each] of inProcess) if (!lives(each)) inProcess.delete(key);
  const others = [...inProcess.values()].filter(
    (each) => each.workflowId === workflowId && each.nodeId !== nodeId,
  );
  if (others.length === 0 && !(SHARED in shared)) return;
  const kept = pickBy(sharedSchema.parse(shared[SHARED]), (each) => {
    const read = envelopeSchema.safeParse(each);
    return read.success && lives(read.data);
  });
  const byNode = Object.fromEntries(others.map((each) => [each.nodeId, cloneDeep({ ...each })]));
  shared[SHARED] = { ...kept, ...byNode };
}

/** At most 5,000 pending agents: the youngest are forgotten first, those that fire never. */
export function bounded(memory: Memory): { kept: Memory; forgotten: number } {
  const firing = new Set(
    Object.entries(memory.alerts).map(([key, { ruleId }]) => key.slice(ruleId.length + 1)),
  );
  const pending = Object.entries(memory.tracks)
    .flatMap(([set, tracks]) =>
      [...tracks].map(([agentKey, { start }]) => ({ set, agentKey, start })),
    )
    .filter(({ agentKey }) => !firing.has(agentKey))
    .sort((a, b) => a.start - b.start);
  const forgotten = pending.slice(MOST_PENDING);
  if (forgotten.length === 0) return { kept: memory, forgotten: 0 };
  const tracks = mapValues(memory.tracks, (set, key) => {
    const gone = new Set(forgotten.filter((each) => each.set === key).map((each) => each.agentKey));
    return new Map([...set].filter(([agentKey]) => !gone.has(agentKey)));
  });
  return { kept: { ...memory, tracks }, forgotten: forgotten.length };
}

/** Forgets what the process remembers: a new process begins like this. */
export function forgetProcessMemory(): void {
  inProcess.clear();
}
