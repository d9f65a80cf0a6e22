import { Readable } from 'node:stream';

/** @import { Answer } from '../types.mjs' */
/** @import { Fault } from '../faults.mjs' */

const HUGE = 60 * 1024 * 1024;

/**
 * @param {number} status
 * @param {string} html
 * @param {[string, string][]} [headers]
 * @returns {Answer}
 */
const page = (status, html, headers = []) => ({
  status,
  headers: [['Content-Type', 'text/html; charset=UTF-8'], ...headers],
  body: Buffer.from(html),
});

/** @param {string} title */
const short = (title) =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n` +
  '<hr><center>proxy</center>\r\n</body>\r\n</html>\r\n';

const LOGIN_PAGE = `<!DOCTYPE html>
<html lang="en"><head><title>Sign in</title></head><body>
<form method="post" action="/login">
<label>User <input name="user"></label> <label>Password <input name="pass" type="password"></label>
<button>Sign in</button>
</form></body></html>
`;

/**
 * What may come instead of any vendor's answer, whatever was asked.
 * @type {Record<string, (fault: Fault) => Answer>}
 */
export const INSTEAD = {
  hang: () => ({ ...page(0, ''), instead: 'hang' }),
  dropConnection: () => ({ ...page(0, ''), instead: 'drop' }),
  loginPage: () => page(200, LOGIN_PAGE),
  redirectToLogin: ({ status = 302, location = '/login' }) =>
    page(status, '', [['Location', location]]),
  gateway502: ({ status = 502 }) => page(status, short(`${status} Bad Gateway`)),
  missingScript: () => page(404, short('404 Not Found')),
  status429: ({ retryAfter }) =>
    page(
      429,
      short('429 Too Many Requests'),
      retryAfter === undefined ? [] : [['Retry-After', String(retryAfter)]],
    ),
  emptyBody: () => page(200, ''),
  hugeBody: ({ bytes = HUGE }) => ({ ...page(200, ''), body: endlessRows(bytes) }),
  answer: ({ status = 200, headers = {}, body = '' }) => ({
    status,
    headers: Object.entries(headers),
    body: Buffer.from(body),
  }),
};

/**
 * What may be done to a vendor's answer on its way out.
 * @type {Record<string, (answer: Answer, fault: Fault) => Answer>}
 */
export const AFTERWARDS = {
  truncated(answer, { bytes, withLength }) {
    if (!Buffer.isBuffer(answer.body)) return answer;
    const whole = answer.body.length;
    const body = answer.body.subarray(0, bytes ?? Math.floor(whole * 0.6));
    /** @type {[string, string][]} */
    const length = withLength ? [['Content-Length', String(whole)]] : [];
    return { ...answer, headers: [...answer.headers, ...length], body };
  },
};

/** Every fault that needs no vendor. */
export const COMMON_FAULTS = ['delay', ...Object.keys(INSTEAD), ...Object.keys(AFTERWARDS)];

/**
 * @param {number} bytes
 * @returns {Readable} rows upon rows, made while they are sent
 */
function endlessRows(bytes) {
  const chunk = Buffer.from('1001|TESTCAMP|8600051|READY|0||3|Ann Ready|AGENTS|1\n'.repeat(1000));
  return Readable.from(
    (function* rows() {
      for (let left = bytes; left > 0; left -= chunk.length) {
        yield left < chunk.length ? chunk.subarray(0, left) : chunk;
      }
    })(),
  );
}
