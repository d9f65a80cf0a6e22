import type { OutageEvent } from '../events';
import { NOTHING_ELSE, type Body, type ItemOptions } from './body';
import { durationText } from './words';

/** A contact center that cannot be read, or can be again. */
export function outageBody(event: OutageEvent, { vendorName }: ItemOptions): Body {
  const { at, outage, downAfter, failure } = event;
  const elapsed = at - outage.since;
  return {
    ...NOTHING_ELSE,
    ...(failure === null
      ? {
          title: `${vendorName} can be read again after ${durationText(elapsed)}`,
          message: `${vendorName} can be read again. For ${durationText(elapsed)} nothing was alerted or resolved.`,
        }
      : {
          title: failure.message,
          message: `${failure.message}. ${failure.advice} Nothing is alerted or resolved until this is over.`,
        }),
    severity: 'critical',
    elapsed,
    value: outage.polls,
    threshold: downAfter,
    unit: 'polls',
    since: { start: outage.since, startSource: 'observed', uncertainty: null },
    rule: { id: 'sourceDown', type: 'sourceDown' },
    failure: failure && { kind: failure.kind, message: failure.message, advice: failure.advice },
    key: 'sourceDown',
    idStart: outage.idStart,
  };
}
