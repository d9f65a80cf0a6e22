import type { IDataObject } from 'n8n-workflow';
import type { ContactCenterFailure } from '../http/failure';
import type { Floor } from '../model/Floor';
import { evaluate } from './evaluate';
import type { OutageEvent, TriggerEvent } from './events';
import { floorCounts } from './floorCounts';
import { look } from './look';
import type { Memory } from './memory';
import { afterBadPoll } from './outage';
import type { Setup } from './setup';

/** What one look at the floor came to. */
interface Turn {
  memory: Memory;
  events: TriggerEvent[];
  /** An outage to report as an error execution. */
  error: ContactCenterFailure | null;
  /** How many agents are in which state; null where nothing was seen. */
  counts: IDataObject | null;
}

/** Looks at the floor, and judges it where it can be believed. */
export async function takeTurn(
  setup: Setup,
  source: Floor,
  memory: Memory,
  now: number,
): Promise<Turn> {
  const seen = await look(source, setup.wanted, memory);
  if (seen.kind === 'doubted') {
    return { memory: { ...memory, doubt: seen.doubt }, events: [], error: null, counts: null };
  }
  if (seen.kind === 'bad') {
    return failedTurn(setup, { ...memory, doubt: seen.doubt }, seen.failure, now);
  }
  const { observation, at } = seen;
  const judged = evaluate(setup.rules, memory, observation, setup.watch, at);
  return {
    memory: judged.memory,
    events: [...recovery(setup, memory, at), ...judged.events],
    error: null,
    counts: floorCounts(observation, setup.watch, setup.wanted, source.hasRoster),
  };
}

/** The turn of a poll that could not read the floor: nothing is judged, the outage may be told. */
export function failedTurn(
  { outage: how }: Setup,
  before: Memory,
  failure: ContactCenterFailure,
  now: number,
): Turn {
  const { memory, outage, tell } = afterBadPoll(before, failure, how, now);
  const { downAfter } = how;
  const told: OutageEvent[] =
    tell && how.asItem
      ? [{ type: 'sourceDown', event: 'sourceDown', at: now, outage, downAfter, failure }]
      : [];
  return { memory, events: told, error: tell && !how.asItem ? failure : null, counts: null };
}

/** The end of an outage that was told as an item. */
function recovery({ outage: { downAfter } }: Setup, { outage }: Memory, at: number): OutageEvent[] {
  if (outage?.told !== 'item') return [];
  return [{ type: 'sourceDown', event: 'sourceRecovered', at, outage, downAfter, failure: null }];
}
