/** @import { Fault } from '../faults.mjs' */
/** @import { Found } from './ask.mjs' */
/** @import { Result } from './print.mjs' */
/** @import { Printed } from './goApi.mjs' */

const LOGIN_PAGE = `<!DOCTYPE html>
<html>
  <head><meta charset="UTF-8"><title>Login</title></head>
  <body class="login-page">
    <form method="post" action="login.php">
      <input type="text" name="user_name" placeholder="User ID">
      <input type="password" name="user_pass" placeholder="Password">
      <button type="submit">Log in</button>
    </form>
  </body>
</html>
`;

/**
 * What comes instead of anything, before the request is even looked at.
 * @type {Record<string, Printed>}
 */
const INSTEAD = {
  dbDown: { body: '', status: 500, early: true },
  notConfigured: { body: "ERROR: 'astguiclient.conf' file not found.", early: true },
  htmlLogin: { body: LOGIN_PAGE, early: true },
};

/**
 * What is done to a successful answer before it is printed.
 * @type {Record<string, (result: Result) => Result>}
 */
const RESULT_FAULTS = {
  dataZero: (result) => ('data' in result ? { result: 'success', data: 0 } : result),
  duplicateRows: (result) =>
    Array.isArray(result.data)
      ? { ...result, data: result.data.flatMap((row) => [row, row]) }
      : result,
  lyingTotals: ({ data, ...rest }) => ({ ...rest, data: tooMany(data) }),
  noData: ({ data: _, ...rest }) => rest,
};

/**
 * @param {unknown} data
 * @returns {unknown} every number in it one too high
 */
function tooMany(data) {
  if (typeof data === 'number') return data + 1;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, tooMany(value)]));
}

/**
 * What happens to the printed text.
 * @type {Record<string, (printed: Printed) => Printed>}
 */
const AFTER = {
  textAroundJson: (printed) => ({
    ...printed,
    body: `Notice: session renewed\n${printed.body}\n<!-- node 2, 0.03 s -->\n`,
  }),
  blankLines: (printed) => ({ ...printed, body: `\n\n\n${printed.body}` }),
};

/** The faults only GOautodial and CROCO-dial have. */
export const GOAUTODIAL_FAULTS = [
  ...Object.keys(INSTEAD),
  ...Object.keys(RESULT_FAULTS),
  ...Object.keys(AFTER),
  'displayErrors',
  'wrongPassword',
  'noPermission',
  'unknownAction',
  'xmlInsteadOfJson',
];

/**
 * @param {Fault[]} faults
 * @param {string} type
 */
export const hasFault = (faults, type) => faults.some((fault) => fault.type === type);

/**
 * @param {Found} found
 * @param {Fault[]} faults
 * @returns {Found}
 */
export function changeResult(found, faults) {
  if (typeof found === 'string' || found.result !== 'success') return found;
  return faults.reduce(
    (result, { type }) => RESULT_FAULTS[type]?.(result) ?? result,
    /** @type {Result} */ (found),
  );
}

/**
 * Runs the script under the active faults.
 *
 * @param {Fault[]} faults
 * @param {{ logIp: boolean }} sent   whether the client told its address, which PHP else misses
 * @param {() => Printed} script
 * @returns {Printed}
 */
export function runWithFaults(faults, { logIp }, script) {
  const instead = faults.map(({ type }) => INSTEAD[type]).find((one) => one !== undefined);
  const printed = instead ?? script();
  const changed = faults.reduce((one, { type }) => AFTER[type]?.(one) ?? one, printed);
  if (!hasFault(faults, 'displayErrors')) return changed;
  return { ...changed, body: `${warnings(logIp)}${changed.body}` };
}

/**
 * What PHP prints before an answer when the server shows its warnings to everybody.
 *
 * @param {boolean} logIp
 */
function warnings(logIp) {
  /** @type {[string, string, number][]} */
  const always = [
    [
      'Deprecated',
      'Optional parameter $type declared before required parameter $dbase is implicitly treated as a required parameter',
      380,
    ],
  ];
  /** @type {[string, string, number][]} */
  const withoutAddress = [
    ['Warning', 'Undefined array key "log_ip"', 66],
    [
      'Deprecated',
      'mysqli::real_escape_string(): Passing null to parameter #1 ($string) of type string is deprecated',
      932,
    ],
  ];
  return [...always, ...(logIp ? [] : withoutAddress)]
    .map(([level, text, line]) => `\n${level}: ${text} in /var/www/html on line ${line}\n`)
    .join('');
}
