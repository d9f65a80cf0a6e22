import type { INodeProperties } from 'n8n-workflow';
import { LOGGED_IN_STATES } from '../../model/AgentState';
import { stateOptions } from '../../node/parameters/agents';
import { severity } from './severity';
import type { TriggerWords } from './words';

/** How long an agent may be in a state. */
export function timeLimits({ reasonsName, reasonsPlaceholder }: TriggerWords): INodeProperties {
  return {
    displayName: 'Time Limits',
    name: 'timeLimits',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    placeholder: 'Add Limit',
    displayOptions: { show: { events: ['stateTooLong'] } },
    default: { rows: [{ states: ['paused'], reasons: '', minutes: 10, severity: 'warning' }] },
    options: [
      {
        displayName: 'Limit',
        name: 'rows',
        values: [
          {
            displayName: 'States',
            name: 'states',
            type: 'multiOptions',
            options: stateOptions(LOGGED_IN_STATES),
            default: ['paused'],
            description: 'The states the time is taken of',
          },
          {
            displayName: reasonsName,
            name: 'reasons',
            type: 'string',
            default: '',
            placeholder: reasonsPlaceholder,
            displayOptions: { show: { states: ['paused'] } },
            description:
              'The codes this limit is for, separated by commas. Empty means all codes that have no limit of their own. An asterisk (*) limits the whole pause, so that changing the code does not begin it anew.',
          },
          {
            displayName: 'Minutes',
            name: 'minutes',
            type: 'number',
            typeOptions: { minValue: 0 },
            default: 10,
            description:
              'How long is too long. 0 means never, for codes that are always all right.',
          },
          severity,
        ],
      },
    ],
    description: 'How long an agent may be in a state. Without a row it is 10 minutes paused.',
  };
}
