import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';
import type { Asked } from './http';
import type { ParameterReader } from './parameters/read';

/** How a vendor's client behaves where nodes and triggers differ. */
export interface ClientOptions {
  timeoutSeconds: number;
  /** Whether a person at the editor asks, see guardLogin. */
  byHand: boolean;
  /** The answers of the execution so far, where equal questions are to be asked once. */
  asked?: Asked;
}

/** For an operation on an input item: the time its user allows, and equal questions once. */
export function forItem(
  context: IExecuteFunctions,
  read: ParameterReader,
  asked: Asked,
): ClientOptions {
  return {
    timeoutSeconds: read.number('options.requestTimeout', 10, 1),
    byHand: context.getMode() === 'manual',
    asked,
  };
}

/** For a list in the editor, which asks by itself whenever a node is opened. */
export const FOR_LOOKUP: ClientOptions = { timeoutSeconds: 10, byHand: false };

/** For a poll of a trigger, or a test event of it. */
export function forPoll(context: IPollFunctions, timeoutSeconds: number): ClientOptions {
  return { timeoutSeconds, byHand: context.getMode() === 'manual' };
}
