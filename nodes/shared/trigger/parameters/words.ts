import type { INodeProperties } from 'n8n-workflow';

/** What differs from vendor to vendor in the parameters of a trigger. */
export interface TriggerWords {
  /** How exact since-when is with this vendor, in plain words. */
  sinceNotice: string;
  /** What the vendor calls the reason of a pause, in plural: "Pause Codes". */
  reasonsName: string;
  reasonsPlaceholder: string;
  /** Whether the vendor itself tells since when an agent is in a state. */
  tellsSince: boolean;
  /** Which waiting calls are counted; left out where the vendor cannot tell. */
  callsWaiting?: string;
  /** Whom to watch, where the vendor has to be told. */
  watch?: INodeProperties[];
  filters: INodeProperties[];
  /** Options that only this vendor has. */
  options?: INodeProperties[];
}
