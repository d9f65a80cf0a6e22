/**
 * The headers with which PHP's own web server begins every answer.
 * @param {string} host
 * @param {number} now
 * @returns {[string, string][]}
 */
export const phpHeaders = (host, now) => [
  ['Host', host],
  ['Date', new Date(now).toUTCString()],
  ['Connection', 'close'],
  ['X-Powered-By', 'PHP/8.2.36'],
];
