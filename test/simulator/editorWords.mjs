/**
 * What a person should see in n8n's editor of a system's node, trigger and credential, written down
 * by hand.
 * @typedef {object} EditorWords
 * @property {string} icon the name of its file, without its ending
 * @property {ListedNode} listed
 * @property {CredentialWords} credential
 * @property {OperationForm[]} operations
 * @property {TriggerWords} trigger
 * @property {Picker[]} pickers
 */

/**
 * The node as n8n lists it, a trigger and its node as one.
 * @typedef {object} ListedNode
 * @property {string} name
 * @property {string[]} words which find it alone
 * @property {string[]} actions
 */

/**
 * @typedef {object} CredentialWords
 * @property {string[]} fields a star marks what is required
 * @property {string} refusal what is said about a wrong secret: its beginning
 * @property {Record<string, string>} [choices] what is shown of a field's values
 */

/**
 * @typedef {object} OperationForm
 * @property {string} resource
 * @property {string} operation
 * @property {string[]} shows below the operation
 * @property {string[]} [filters] what can be added
 * @property {string[]} options what can be added
 */

/**
 * @typedef {object} TriggerWords
 * @property {string} notice how exact since-when is: its beginning
 * @property {string} reasons what reasons of a pause are called
 * @property {string[]} counts what can be counted
 * @property {string[]} [watch] fields of this system only
 * @property {string[]} filters what can be added, by name
 * @property {string[]} [options] of this system only, while something has a limit
 * @property {string[]} [always] of this system only
 */

/**
 * A list that is read from the contact center.
 * @typedef {object} Picker
 * @property {string} filter as it is added
 * @property {string} parameter
 * @property {string[]} choices
 */

/** What several systems have in common. */
export const COMMON = {
  actions: [
    'Get activity of agents',
    'Get live info of all agents',
    'Get status of an agent',
    'Get counts of a team',
  ],
  /** What every trigger can filter by. */
  filters: ['Active Hours', 'Agent IDs', 'Agent IDs to Leave Out'],
  counts: ['Agents', 'Calls Waiting', 'Percent of Logged-In'],
  timeout: ['Request Timeout'],
  tls: 'Ignore SSL Issues (Insecure)',
  /** What the simulated floors have, as lists show it. */
  queues: ['Sales Line', 'Single Agent Direct Queue', 'Support Queue'],
  groups: ['AGENTS', 'NIGHT'],
};

/**
 * An operation of agents.
 * @param {string} operation
 * @param {string[]} shows
 * @param {Omit<OperationForm, 'resource' | 'operation' | 'shows'>} added
 * @returns {OperationForm}
 */
export const ofAgents = (operation, shows, added) => ({
  resource: 'Agent',
  operation,
  shows,
  ...added,
});

/** @param {string[]} options @param {string[]} notice */
export const getActivity = (options, ...notice) =>
  ofAgents('Get Activity', [...notice, 'Agent', 'From', 'To', 'Simplify', 'Options'], { options });

/** @param {string[]} filters @param {string[]} options @param {string[]} first */
export const getLiveInfo = (filters, options, ...first) =>
  ofAgents('Get Live Info', [...first, 'Return All', 'Simplify', 'Filters', 'Options'], {
    filters,
    options,
  });

/** @param {string[]} options */
export const getStatus = (options) =>
  ofAgents('Get Status', ['Agent', 'Simplify', 'Options'], { options });

/**
 * @param {string[]} filters
 * @param {string[]} options
 * @returns {OperationForm}
 */
export const getCounts = (filters, options) => ({
  resource: 'Team',
  operation: 'Get Counts',
  shows: ['Group By', 'Filters', 'Options'],
  filters,
  options,
});
