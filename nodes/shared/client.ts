import type { Asked } from './http';

/** How a vendor's client behaves where nodes and triggers differ. */
export interface ClientOptions {
  timeoutSeconds: number;
  /** Whether a person at the editor asks, see guardLogin. */
  byHand: boolean;
  /** The answers of the execution so far, where equal questions are to be asked once. */
  asked?: Asked;
}
