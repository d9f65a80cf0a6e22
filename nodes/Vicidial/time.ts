import { DateTime, FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import { ContactCenterFailure } from '../shared/http/failure';
import type { VicidialClient } from './api/client';

/**
 * The zone of the server's wall clock: the credential's, or the offset the server has today.
 * A window that reaches over a change of daylight saving time needs the former.
 */
export async function serverZone(client: VicidialClient): Promise<Zone> {
  if (client.serverTimezone === '') {
    const { utcOffsetMs } = await client.version();
    return FixedOffsetZone.instance(Math.round(utcOffsetMs / 60_000));
  }
  if (IANAZone.isValidZone(client.serverTimezone)) return IANAZone.create(client.serverTimezone);
  throw new ContactCenterFailure(
    'badInput',
    `"${client.serverTimezone}" is not a time zone`,
    'In the credential, enter one like America/New_York, or leave it empty.',
  );
}

/** A moment as VICIdial wants it: exactly 19 characters, in the server's own time. */
export function toServerTime(ms: number, zone: Zone): string {
  return DateTime.fromMillis(ms, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');
}
