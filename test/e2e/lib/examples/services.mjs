/** What each service answers; only as much as n8n's nodes look at. */

/**
 * A request that left n8n.
 * @typedef {object} Sent
 * @property {string} host
 * @property {string} path with its query
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {any} body parsed
 */

/** Where the Teams example posts to: the placeholder in its file. */
export const TEAMS = 'your-environment.example.com';

export const SLACK = 'slack.com';
export const PAGER_DUTY = 'events.pagerduty.com';

/** @type {Record<string, (sent: Sent) => {status: number, body: unknown}>} by host */
export const services = {
  [SLACK]: ({ body }) => ({
    status: 200,
    body: { ok: true, channel: body.channel, ts: '1.2', message: { text: body.text } },
  }),
  [PAGER_DUTY]: ({ body }) => ({
    status: 202,
    body: { status: 'success', message: 'Event processed', dedup_key: body.dedup_key },
  }),
  [TEAMS]: () => ({ status: 202, body: '' }),
};
