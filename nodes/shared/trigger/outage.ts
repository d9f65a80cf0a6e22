import type { ContactCenterFailure } from '../http/failure';
import type { Memory, Outage } from './memory';

/** Whether and how outages are told. */
export interface OutageSetup {
  /** As an item that starts the workflow; otherwise as an error execution. */
  asItem: boolean;
  /** After how many failed polls in a row. */
  downAfter: number;
}

/**
 * Notes a failed poll. A refused login is told at once, anything else when it lasts; each outage
 * once.
 */
export function afterBadPoll(
  memory: Memory,
  failure: ContactCenterFailure,
  { asItem, downAfter }: OutageSetup,
  now: number,
): { memory: Memory; outage: Outage; tell: boolean } {
  const begun: Outage = { since: now, idStart: Math.floor(now / 1000), polls: 0, told: null };
  const { polls, told, ...start } = memory.outage ?? begun;
  const lasts = failure.kind === 'loginRefused' || polls + 1 >= downAfter;
  const tell = lasts && told === null;
  const outage: Outage = {
    ...start,
    polls: polls + 1,
    told: tell ? (asItem ? 'item' : 'error') : told,
  };
  return { memory: { ...memory, outage }, outage, tell };
}
