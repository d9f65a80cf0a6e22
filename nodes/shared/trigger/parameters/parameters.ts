import type { INodeProperties } from 'n8n-workflow';
import { changes } from './changes';
import { countLimits } from './countLimits';
import { TRIGGER_ON } from './events';
import { filters } from './filters';
import { options } from './options';
import { timeLimits } from './timeLimits';
import type { TriggerWords } from './words';

/** The parameters that every vendor's trigger has, in the vendor's words. */
export function triggerParameters(words: TriggerWords): INodeProperties[] {
  return [
    TRIGGER_ON,
    {
      displayName: words.sinceNotice,
      name: 'sinceNotice',
      type: 'notice',
      displayOptions: { show: { events: ['stateTooLong', 'stateChange'] } },
      default: '',
    },
    timeLimits(words),
    countLimits(words),
    changes,
    {
      displayName: 'After Failed Polls',
      name: 'downAfter',
      type: 'number',
      typeOptions: { minValue: 1 },
      displayOptions: { show: { events: ['sourceDown'] } },
      default: 3,
      description:
        'How many polls in a row must fail until the workflow starts. A refused login starts it at once. It starts once per outage.',
    },
    {
      displayName: 'Also Send When It Is Over',
      name: 'sendResolved',
      type: 'boolean',
      displayOptions: { show: { events: ['stateTooLong', 'countLimit', 'sourceDown'] } },
      default: true,
      description:
        'Whether to start the workflow again when an alert is over, with "event" set to "resolved", or "sourceRecovered" after an outage',
    },
    ...(words.watch ?? []),
    filters(words),
    options(words),
  ];
}
