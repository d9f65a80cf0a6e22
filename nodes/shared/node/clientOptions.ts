import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';
import { ContactCenterFailure } from '../http/failure';
import type { ClientOptions } from '../http/connection';
import type { SharedAnswers } from '../http/send';
import { LONGEST_TIMEOUT_SECONDS } from './parameters/common';
import type { ParameterReader } from './parameters/read';

/** For an operation on an input item: the time its user allows, and equal requests once. */
export function forItem(
  context: IExecuteFunctions,
  read: ParameterReader,
  sharedAnswers: SharedAnswers,
): ClientOptions {
  const timeoutMs = timerMs(read.number('options.requestTimeout', 10, 1));
  return {
    timeoutMs: () => timeoutMs,
    byHand: context.getMode() === 'manual',
    sharedAnswers,
  };
}

/** Timers take whole milliseconds; an expression may result in more time than the field takes. */
function timerMs(seconds: number): number {
  return Math.round(Math.min(seconds, LONGEST_TIMEOUT_SECONDS) * 1000);
}

/** For a list in the editor, which asks by itself whenever a node is opened. */
export const FOR_LOOKUP: ClientOptions = { timeoutMs: () => 10_000, byHand: false };

/**
 * How long all requests of a poll together may take. n8n gives a trigger up for good whose first
 * poll, at activation or at n8n's start, takes 84 seconds (docs/n8n.md, Polling).
 */
const POLL_MS = 75_000;
const LEAST_MS = 1_000;

/** For a poll of a trigger, or a test event of it. */
export function forPoll(context: IPollFunctions, timeoutSeconds: number): ClientOptions {
  const longest = timerMs(timeoutSeconds);
  const end = Date.now() + Math.floor(Math.min(POLL_MS, context.getPollBudgetMs?.() ?? POLL_MS));
  return {
    timeoutMs: () => {
      const left = end - Date.now();
      if (left < LEAST_MS) throw tookTooLong();
      return Math.min(longest, left);
    },
    byHand: context.getMode() === 'manual',
  };
}

function tookTooLong(): ContactCenterFailure {
  return new ContactCenterFailure(
    'timeout',
    'The contact center answered too slowly to read the whole floor in one poll',
    'Look why the server is slow, or watch fewer agents with one trigger.',
  );
}
