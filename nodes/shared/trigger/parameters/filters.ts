import type { INodeProperties } from 'n8n-workflow';
import { filterCollection } from '../../node/parameters/common';
import type { TriggerWords } from './words';

/** Whom, and when, the trigger watches. */
export function filters(words: TriggerWords): INodeProperties {
  return filterCollection([...words.filters, ...agentFilters, minLoggedIn, activeHours]);
}

const agentFilters: INodeProperties[] = [
  {
    displayName: 'Agent IDs',
    name: 'agents',
    type: 'string',
    default: '',
    placeholder: 'e.g. 1001, 1002',
    description: 'Watch only these agents, separated by commas',
  },
  {
    displayName: 'Agent IDs to Leave Out',
    name: 'excludeAgents',
    type: 'string',
    default: '',
    placeholder: 'e.g. 1099',
    description: 'Do not watch these agents, separated by commas',
  },
];

const minLoggedIn: INodeProperties = {
  displayName: 'Minimum Logged In',
  name: 'minLoggedIn',
  type: 'number',
  typeOptions: { minValue: 0 },
  displayOptions: { show: { '/events': ['countLimit'] } },
  default: 1,
  description:
    'Count limits are silent while fewer agents than this are logged in, so that an empty floor at night is no alert. 0 counts an empty floor too.',
};

const activeHours: INodeProperties = {
  displayName: 'Active Hours',
  name: 'activeHours',
  type: 'fixedCollection',
  default: {
    hours: {
      days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      from: '08:00',
      to: '18:00',
    },
  },
  options: [
    {
      displayName: 'Hours',
      name: 'hours',
      values: [
        {
          displayName: 'Days',
          name: 'days',
          type: 'multiOptions',
          options: [
            { name: 'Friday', value: 'friday' },
            { name: 'Monday', value: 'monday' },
            { name: 'Saturday', value: 'saturday' },
            { name: 'Sunday', value: 'sunday' },
            { name: 'Thursday', value: 'thursday' },
            { name: 'Tuesday', value: 'tuesday' },
            { name: 'Wednesday', value: 'wednesday' },
          ],
          default: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
          description: 'The days on which the hours begin; none means every day',
        },
        {
          displayName: 'From',
          name: 'from',
          type: 'string',
          default: '08:00',
          placeholder: 'e.g. 08:00',
          description: "The time of day, in the workflow's time zone",
        },
        {
          displayName: 'To',
          name: 'to',
          type: 'string',
          default: '18:00',
          placeholder: 'e.g. 18:00',
          description:
            "The time of day, in the workflow's time zone. A time before From is on the next day.",
        },
      ],
    },
  ],
  description:
    'When agents and counts are watched. Outside, alerts are over and none begins. An unreachable contact center is told at any time.',
};
