import type { INodeProperties } from 'n8n-workflow';
import { AGENT_STATES } from '../model/AgentState';
import { requestTimeout, simplify, stateOptions } from '../parameters/common';

/** What a trigger is set to, below its name on the canvas. */
export const TRIGGER_SUBTITLE =
  '={{ $parameter["events"].map((event) => ({ stateTooLong: "state too long" })[event] ?? event).join(", ") }}';

/** What differs from vendor to vendor in the parameters of a trigger. */
export interface TriggerWords {
  /** How exact since-when is with this vendor, in plain words. */
  sinceNotice: string;
  /** What the vendor calls the reason of a pause, in plural: "Pause Codes". */
  reasonsName: string;
  reasonsPlaceholder: string;
  /** Whether the vendor itself tells since when an agent is in a state. */
  tellsSince: boolean;
  /** Whom to watch, where the vendor has to be told. */
  watch?: INodeProperties[];
  filters: INodeProperties[];
  /** Options that only this vendor has. */
  options?: INodeProperties[];
}

/** The parameters that every vendor's trigger has, in the vendor's words. */
export function triggerParameters(words: TriggerWords): INodeProperties[] {
  return [
    { displayName: words.sinceNotice, name: 'sinceNotice', type: 'notice', default: '' },
    {
      displayName: 'Trigger On',
      name: 'events',
      type: 'multiOptions',
      required: true,
      noDataExpression: true,
      options: [
        {
          name: 'Agent in a State Too Long',
          value: 'stateTooLong',
          action: 'On agent in a state too long',
          description: 'An agent is paused, or in another state, for longer than a limit',
        },
      ],
      default: ['stateTooLong'],
      description: 'What starts the workflow',
    },
    timeLimits(words),
    {
      displayName: 'Also Send When It Is Over',
      name: 'sendResolved',
      type: 'boolean',
      default: true,
      description:
        'Whether to start the workflow again when an alert is over, with "event" set to "resolved"',
    },
    ...(words.watch ?? []),
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add filter',
      default: {},
      options: [...words.filters, ...agentFilters].sort((a, b) =>
        a.displayName.localeCompare(b.displayName),
      ),
    },
    {
      displayName: 'Options',
      name: 'options',
      type: 'collection',
      placeholder: 'Add option',
      default: {},
      options: optionsOf(words),
    },
  ];
}

function timeLimits({ reasonsName, reasonsPlaceholder }: TriggerWords): INodeProperties {
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
            options: stateOptions(
              AGENT_STATES.filter((state) => !['offline', 'unknown'].includes(state)),
            ),
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
          {
            displayName: 'Severity',
            name: 'severity',
            type: 'options',
            options: [
              { name: 'Critical', value: 'critical' },
              { name: 'Warning', value: 'warning' },
            ],
            default: 'warning',
            description:
              'Passed on with the alert. With two limits, one of each, the alert escalates.',
          },
        ],
      },
    ],
    description: 'How long an agent may be in a state. Without a row it is 10 minutes paused.',
  };
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

function optionsOf({ tellsSince, options = [] }: TriggerWords): INodeProperties[] {
  const alertOnActivation: INodeProperties = {
    displayName: 'Alert on Those Already Over',
    name: 'alertOnActivation',
    type: 'boolean',
    default: false,
    description:
      'Whether to alert also about agents who are over a limit already when the workflow is activated',
  };
  const all: INodeProperties[] = [
    ...(tellsSince ? [alertOnActivation] : []),
    {
      displayName: 'Include Personal Data',
      name: 'includePersonalData',
      type: 'boolean',
      default: false,
      description: 'Whether to pass on phone numbers and lead codes of the call an agent is on',
    },
    requestTimeout,
    {
      ...simplify,
      description:
        'Whether to return a simplified version of the response instead of the raw data. The raw data is left out in any case unless personal data is included.',
    },
    ...options,
  ];
  return all.sort((a, b) => a.displayName.localeCompare(b.displayName));
}
