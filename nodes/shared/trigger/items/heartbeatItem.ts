import type { IDataObject } from 'n8n-workflow';
import type { HeartbeatEvent } from '../events';
import { NOTHING_ELSE, type Body, type ItemOptions } from './body';
import { durationText } from './words';

/** A sign that the trigger lives, with the counts where the floor was just seen. */
export function heartbeatBody(
  { at, goodAt }: HeartbeatEvent,
  { vendorName }: ItemOptions,
  counts: IDataObject | null,
): Body {
  const seen = {
    title: `The trigger is watching ${vendorName}`,
    message: `The trigger is watching ${vendorName}. ${String(counts?.loggedIn)} agents are logged in.`,
  };
  const last = goodAt === null ? 'since it began' : `for ${durationText(at - goodAt)}`;
  const blind = {
    title: `The trigger runs, but cannot see ${vendorName}`,
    message: `The trigger runs, but has not seen ${vendorName} ${last}.`,
  };
  return {
    ...NOTHING_ELSE,
    ...(counts === null ? blind : seen),
    severity: 'info',
    elapsed: null,
    value: null,
    threshold: null,
    unit: null,
    since: null,
    rule: { id: 'heartbeat', type: 'heartbeat' },
    counts,
    key: 'heartbeat',
    idStart: Math.floor(at / 1000),
  };
}
