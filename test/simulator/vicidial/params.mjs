/** @import { Params } from '../http/phpParams.mjs' */

/** What is kept of a parameter's characters, where it is not letters, digits, - and _. */
const KEEP = {
  campaigns: /[^-_|,0-9a-zA-Z]/g,
  user_groups: /[^-_|,0-9a-zA-Z]/g,
  in_groups: /[^-_|,0-9a-zA-Z]/g,
  datetime_start: /[^- +:0-9]/g,
  datetime_end: /[^- +:0-9]/g,
  server_ip: /[^-.:_0-9a-zA-Z]/g,
};
const DEFAULT = /[^-_0-9a-zA-Z]/g;

/** The parameters the simulated functions read. */
const NAMES = [
  'user',
  'pass',
  'function',
  'source',
  'stage',
  'header',
  'format',
  'agent_user',
  'campaigns',
  'user_groups',
  'in_groups',
  'show_sub_status',
  'include_ip',
  'datetime_start',
  'datetime_end',
  'campaign_id',
  'time_format',
  'group_by_campaign',
  'ignore_agentdirect',
  'call_id',
  'detail',
  'session_id',
  'server_ip',
  'phone_login',
];

/**
 * The parameters as the non-agent API uses them: characters it does not allow are deleted without
 * a word. Undefined when one was sent as a list, which stops the script.
 *
 * @param {Params} sent
 * @returns {Record<string, string> | undefined}
 */
export function filterParams(sent) {
  /** @type {Record<string, string>} */
  const params = {};
  for (const name of NAMES) {
    const value = sent.get(name) ?? '';
    if (typeof value !== 'string') return undefined;
    params[name] = value.replace(KEEP[/** @type {keyof typeof KEEP} */ (name)] ?? DEFAULT, '');
  }
  return params;
}
