import { attempt, ContactCenterFailure } from '../http/failure';
import type { Floor, FloorWanted } from '../model/Floor';
import { judge } from './belief';
import type { Observation } from './context';
import type { Doubt, Memory } from './memory';
import { wholeSeconds } from './timing';

/** What a look at the floor came to. */
export type Look =
  | { kind: 'believed'; observation: Observation; at: number }
  | { kind: 'doubted'; doubt: Doubt }
  | { kind: 'bad'; failure: ContactCenterFailure; doubt: Doubt | null };

/** Reads the floor and makes sure, as far as the vendor can, that it is the whole floor. */
export async function look(source: Floor, wanted: FloorWanted, memory: Memory): Promise<Look> {
  const reading = await attempt(() => source.readFloor(wanted));
  if (!reading.ok) return { kind: 'bad', failure: reading.failure, doubt: memory.doubt };
  const { observedAt, callsWaiting } = reading.value;
  const at = wholeSeconds(observedAt);
  const agents = new Map(
    reading.value.agents.map((agent) => [source.agentKey(agent.agentId), agent]),
  );
  const verdict = judge(memory, new Set(agents.keys()), at);
  const believed = (gone: Doubt | null): Look => ({
    kind: 'believed',
    observation: { agents, callsWaiting, gone },
    at,
  });
  if (verdict.kind === 'believed') return believed(null);
  if (verdict.kind === 'doubted') return verdict;
  const word = await attempt(() => source.confirmOffline(verdict.agentKey));
  if (word.ok && word.value) return believed(verdict.doubt);
  const { doubt, agentKey } = verdict;
  return { kind: 'bad', doubt, failure: notConfirmed(agentKey) };
}

function notConfirmed(agentKey: string): ContactCenterFailure {
  return new ContactCenterFailure(
    'outage',
    'Most agents are gone from the list at once, and the contact center does not confirm it',
    `Asked after agent ${agentKey}, it did not say that they logged out. Its database may be in trouble. Nothing is alerted or resolved until this is over.`,
  );
}
