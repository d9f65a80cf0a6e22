import type { IDataObject } from 'n8n-workflow';
import get from 'lodash/get';

/** An event as it is told, without its words. Times are epoch seconds. */
export interface Told {
  event: string;
  /** The alertKey without the server. */
  key: string;
  /** The start in the alertId. */
  idStart: number;
  severity: string | null;
  reason: string | null;
  since: number | null;
  sinceSource: string | null;
  uncertainty: number | null;
  at: number;
  value: number | null;
  threshold: number | null;
  unit: string | null;
  unseen: number | null;
  from: string | null;
  to: string | null;
}

/** An item of the trigger as what it tells. */
export function toldBy(item: IDataObject, server: string): Told {
  const alertKey = String(item.alertKey);
  const id = String(item.alertId);
  return {
    event: String(item.event),
    key: alertKey.startsWith(`${server}/`) ? alertKey.slice(server.length + 1) : alertKey,
    idStart: id.startsWith(`${alertKey}@`) ? Number(id.slice(alertKey.length + 1)) : NaN,
    severity: item.severity as string | null,
    reason: item.resolveReason as string | null,
    since: seconds(item.since),
    sinceSource: item.sinceSource as string | null,
    uncertainty: item.sinceUncertaintySeconds as number | null,
    at: seconds(item.at) ?? NaN,
    value: item.value as number | null,
    threshold: item.threshold as number | null,
    unit: item.unit as string | null,
    unseen: item.unseenSeconds as number | null,
    from: get(item, 'change.from', null) as string | null,
    to: get(item, 'change.to', null) as string | null,
  };
}

const seconds = (iso: unknown) => (typeof iso === 'string' ? Date.parse(iso) / 1000 : null);
