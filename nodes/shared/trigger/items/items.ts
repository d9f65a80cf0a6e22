import type { IDataObject } from 'n8n-workflow';
import { toIso } from '../../model/AgentSnapshot';
import type { TriggerEvent } from '../events';
import type { Body, ItemOptions } from './body';
import { changeBody } from './changeItem';
import { countBody } from './countItem';
import { heartbeatBody } from './heartbeatItem';
import { limitBody } from './limitItem';
import { outageBody } from './outageItem';
import { durationText } from './words';

/**
 * An event as the item a workflow gets. Everything to send is in `title` and `message`; every item
 * has the same keys.
 *
 * @param counts how many agents are in which state; null where nothing was seen
 */
export function toItem(
  event: TriggerEvent,
  options: ItemOptions,
  counts: IDataObject | null,
): IDataObject {
  const body = bodyOf(event, options, counts);
  const alertKey = `${options.source}/${body.key}`;
  return {
    event: event.event,
    testEvent: false,
    title: body.title,
    message: body.message,
    severity: body.severity,
    durationText: body.elapsed === null ? null : durationText(body.elapsed),
    value: body.value,
    threshold: body.threshold,
    unit: body.unit,
    since: toIso(body.since?.start ?? null),
    sinceSource: body.since?.startSource ?? null,
    sinceUncertaintySeconds: body.since?.uncertainty ?? null,
    unseenSeconds: body.unseenSeconds,
    resolveReason: body.reason,
    rule: body.rule,
    change: body.change,
    agent: body.agent,
    counts: body.counts,
    failure: body.failure,
    alertKey,
    alertId: `${alertKey}@${body.idStart}`,
    at: toIso(event.at),
  };
}

function bodyOf(event: TriggerEvent, options: ItemOptions, counts: IDataObject | null): Body {
  switch (event.type) {
    case 'stateTooLong':
      return limitBody(event, options);
    case 'countLimit':
      return countBody(event, counts);
    case 'stateChange':
      return changeBody(event, options);
    case 'sourceDown':
      return outageBody(event, options);
    case 'heartbeat':
      return heartbeatBody(event, options, counts);
  }
}
