import { DateTime, IANAZone } from 'luxon';
import { ContactCenterFailure } from '../shared/http/failure';
import type { Window } from '../shared/node/parameters/window';

/**
 * A time window as goAPIv2 wants it, on the server's wall clock. The server tells its clock
 * nowhere, so without a time zone in the credential the workflow's is taken.
 *
 * @throws ContactCenterFailure `badInput` where the credential's time zone is none
 */
export function toServerWindow(
  { from, to }: Window,
  serverTimezone: string,
  workflowTimezone: string,
): { fromDate: string; toDate: string } {
  if (serverTimezone !== '' && !IANAZone.isValidZone(serverTimezone)) {
    throw new ContactCenterFailure(
      'badInput',
      `"${serverTimezone}" is not a time zone`,
      'In the credential, enter one like America/New_York, or leave it empty.',
    );
  }
  const zone = serverTimezone || workflowTimezone;
  const text = (ms: number) => DateTime.fromMillis(ms, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');
  return { fromDate: text(from), toDate: text(to) };
}
