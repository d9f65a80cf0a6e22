import type { INodeProperties } from 'n8n-workflow';
import { optionCollection, simplify } from '../../node/parameters/common';
import type { TriggerWords } from './words';

/** What can be added to a trigger. */
export function options(words: TriggerWords): INodeProperties {
  return optionCollection([
    ...(words.tellsSince ? [alertOnActivation] : []),
    heartbeatEvery,
    includePersonalData,
    repeatEvery,
    {
      ...simplify,
      description:
        'Whether to return a simplified version of the response instead of the raw data. The raw data is left out in any case unless personal data is included.',
    },
    ...(words.options ?? []),
  ]);
}

const alertOnActivation: INodeProperties = {
  displayName: 'Alert on Those Already Over',
  name: 'alertOnActivation',
  type: 'boolean',
  displayOptions: { show: { '/events': ['stateTooLong', 'countLimit'] } },
  default: false,
  description:
    'Whether to alert also about what is over a limit already when the workflow is activated',
};

const heartbeatEvery: INodeProperties = {
  displayName: 'Heartbeat Every (Minutes)',
  name: 'heartbeatEvery',
  type: 'number',
  typeOptions: { minValue: 0 },
  default: 60,
  description:
    'Starts the workflow every so often with "event" set to "heartbeat", to prove that the trigger lives. It also saves the times taken so far, so that they survive a restart of n8n. 0 means never.',
};

const includePersonalData: INodeProperties = {
  displayName: 'Include Personal Data',
  name: 'includePersonalData',
  type: 'boolean',
  default: false,
  description: 'Whether to pass on phone numbers and lead codes of the call an agent is on',
};

const repeatEvery: INodeProperties = {
  displayName: 'Repeat Every (Minutes)',
  name: 'repeatEvery',
  type: 'number',
  typeOptions: { minValue: 0 },
  displayOptions: { show: { '/events': ['stateTooLong', 'countLimit'] } },
  default: 30,
  description:
    'Starts the workflow again for an alert that lasts, with "event" set to "repeated". 0 means never.',
};
