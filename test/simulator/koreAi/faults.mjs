import { REFUSALS, written } from './replies.mjs';

/** @import { Fault } from '../faults.mjs' */
/** @import { Answer } from '../types.mjs' */
/** @import { Reply } from './replies.mjs' */

const LOGIN = `<!DOCTYPE html>
<html><head><title>Kore.ai - Login</title></head>
<body><div id="app"><form><input name="email"><button>Continue</button></form></div></body></html>
`;

/**
 * What a request may be refused with, whoever asks; `status` beside the fault changes the number.
 * @type {Record<string, (status?: number) => Reply>}
 */
const REFUSED = {
  unauthorized: REFUSALS.token,
  scopeMissing: (status = 401) => REFUSALS.scope(status),
  otherApp: (status = 401) => REFUSALS.scope(status),
  rateLimited429: REFUSALS.limit,
  badRequest400: (status = 400) => REFUSALS.invalid(status),
};

/**
 * What may happen to an answer on its way out.
 * @type {Record<string, (text: string, answer: Answer) => Answer>}
 */
const AFTER = {
  textAroundJson: (text, { status }) =>
    written(status, 'application/json; charset=utf-8', `Response:\n${text}\n-- end --\n`),
  /** The comma the vendor's own example lacks. */
  malformedJson: (text, { status }) =>
    written(status, 'application/json; charset=utf-8', withoutComma(text)),
  xmlInsteadOfJson: (_, { status }) =>
    written(
      status,
      'application/xml; charset=utf-8',
      '<?xml version="1.0" encoding="UTF-8"?>\n<response><hasMore>false</hasMore><data/></response>\n',
    ),
  htmlLogin: () => written(200, 'text/html; charset=utf-8', LOGIN),
};

/** The faults only Kore.ai has; those of the pages are in paging.mjs. */
export const KORE_FAULTS = [
  ...Object.keys(REFUSED),
  ...Object.keys(AFTER),
  'pageRepeats',
  'hasMoreLies',
  'totalLies',
];

/**
 * @param {Fault[]} faults
 * @returns {Reply | undefined} what is said instead of anything, if something is
 */
export function forcedRefusal(faults) {
  for (const { type, status } of faults) {
    const refused = REFUSED[type];
    if (refused) return refused(status);
  }
  return undefined;
}

/**
 * @param {Answer} answer
 * @param {Fault[]} faults
 * @returns {Answer}
 */
export const spoil = (answer, faults) =>
  faults.reduce((one, { type }) => AFTER[type]?.(String(one.body), one) ?? one, answer);

/** @param {string} text */
const withoutComma = (text) => (text.includes(',') ? text.replace(',', ' ') : text.slice(0, -1));
