import type { INodeProperties } from 'n8n-workflow';

/** n8n's own wording of Simplify. */
export const simplify: INodeProperties = {
  displayName: 'Simplify',
  name: 'simplify',
  type: 'boolean',
  default: true,
  description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Return All and Limit, as n8n's own nodes have them. */
export const returnAllOrLimit: INodeProperties[] = [
  {
    displayName: 'Return All',
    name: 'returnAll',
    type: 'boolean',
    default: true,
    description: 'Whether to return all results or only up to a given limit',
  },
  {
    displayName: 'Limit',
    name: 'limit',
    type: 'number',
    displayOptions: { show: { returnAll: [false] } },
    typeOptions: { minValue: 1 },
    default: 50,
    description: 'Max number of results to return',
  },
];

/** The most that Request Timeout may say. */
export const LONGEST_TIMEOUT_SECONDS = 300;

/** How long one request may take. */
export const requestTimeout: INodeProperties = {
  displayName: 'Request Timeout',
  name: 'requestTimeout',
  type: 'number',
  typeOptions: { minValue: 1, maxValue: LONGEST_TIMEOUT_SECONDS },
  default: 10,
  description: 'How many seconds to wait for an answer of the server',
};

/** From and To of an operation about a time window: today until now. */
export const timeWindow: INodeProperties[] = [
  {
    displayName: 'From',
    name: 'from',
    type: 'dateTime',
    default: '={{ $today }}',
    required: true,
    description:
      'When the time window begins. Without an offset it is in the time zone of the workflow.',
  },
  {
    displayName: 'To',
    name: 'to',
    type: 'dateTime',
    default: '={{ $now }}',
    required: true,
    description: 'When the time window ends',
  },
];

/** By name, as n8n sorts what can be added. */
const sorted = (properties: readonly INodeProperties[]): INodeProperties[] =>
  [...properties].sort((a, b) => a.displayName.localeCompare(b.displayName));

/** Filters, which the user adds one by one. */
export function filterCollection(options: readonly INodeProperties[]): INodeProperties {
  return {
    displayName: 'Filters',
    name: 'filters',
    type: 'collection',
    placeholder: 'Add filter',
    default: {},
    options: sorted(options),
  };
}

/** Options, the request timeout among them. */
export function optionCollection(options: readonly INodeProperties[] = []): INodeProperties {
  return {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    options: sorted([...options, requestTimeout]),
  };
}
