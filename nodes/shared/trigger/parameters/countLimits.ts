import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { LOGGED_IN_STATES } from '../../model/AgentState';
import { stateOptions } from '../../node/parameters/agents';
import { severity } from './severity';
import type { TriggerWords } from './words';

/** How many agents may be in a state, or how many calls may wait. */
export function countLimits(words: TriggerWords): INodeProperties {
  return {
    displayName: 'Count Limits',
    name: 'countLimits',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    placeholder: 'Add Limit',
    displayOptions: { show: { events: ['countLimit'] } },
    default: {
      rows: [
        {
          measure: 'agents',
          states: ['ready'],
          comparison: 'atMost',
          value: 0,
          forMinutes: 2,
          clearAt: '',
          severity: 'warning',
        },
      ],
    },
    options: [{ displayName: 'Limit', name: 'rows', values: fields(words) }],
    description:
      'How many is too many or too few. Without a row it is no agent ready for 2 minutes. Agents are counted among those who pass the filters.',
  };
}

function fields({ callsWaiting }: TriggerWords): INodeProperties[] {
  return [
    {
      displayName: 'Count',
      name: 'measure',
      type: 'options',
      options: measures(callsWaiting),
      default: 'agents',
      description: 'What is counted',
    },
    {
      displayName: 'States',
      name: 'states',
      type: 'multiOptions',
      displayOptions: { hide: { measure: ['callsWaiting'] } },
      options: stateOptions(LOGGED_IN_STATES),
      default: ['ready'],
      description: 'The states in which agents are counted',
    },
    {
      displayName: 'Is',
      name: 'comparison',
      type: 'options',
      options: [
        { name: 'At Least', value: 'atLeast', description: 'Too many: this number or more' },
        { name: 'At Most', value: 'atMost', description: 'Too few: this number or fewer' },
      ],
      default: 'atMost',
      description: 'On which side of the value the alert is',
    },
    {
      displayName: 'Value',
      name: 'value',
      type: 'number',
      typeOptions: { minValue: 0 },
      default: 0,
      description: 'The number of agents or calls, or the percent, from which on it is an alert',
    },
    {
      displayName: 'For Minutes',
      name: 'forMinutes',
      type: 'number',
      typeOptions: { minValue: 0 },
      default: 2,
      description:
        'How long it must last, seen in at least two polls, so that a short moment is no alert. 0 alerts at the first poll that sees it.',
    },
    {
      displayName: 'Over Again At',
      name: 'clearAt',
      type: 'string',
      default: '',
      placeholder: 'e.g. 3',
      description:
        'The number at which the alert is over. Empty means as soon as the limit is no longer reached. A number further away keeps the alert from coming and going at the limit.',
    },
    severity,
  ];
}

function measures(callsWaiting: string | undefined): INodePropertyOptions[] {
  return [
    { name: 'Agents', value: 'agents', description: 'How many agents are in the states' },
    ...(callsWaiting === undefined
      ? []
      : [{ name: 'Calls Waiting', value: 'callsWaiting', description: callsWaiting }]),
    {
      name: 'Percent of Logged-In',
      value: 'percent',
      description: 'How many of a hundred agents who are logged in',
    },
  ];
}
