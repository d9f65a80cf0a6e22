/** @import { Fault } from '../faults.mjs' */
/** @import { Row } from './paging.mjs' */

/**
 * A page before it is cut out of the rows.
 * @typedef {{ rows: Row[], offset: number, total: number, slowMs?: number }} Page
 */

/** How many rows more than there are a lying total claims. */
const CLAIMED = 50;

/**
 * What goes wrong with lists that come in pages. The last ones leave the first page alone.
 * @type {Record<string, (page: Page, fault: Fault) => Page>}
 */
const PAGE_FAULTS = {
  /** Whatever offset is asked for, the first page comes. */
  pageRepeats: (page) => ({ ...page, offset: 0 }),
  totalLies: (page) => ({ ...page, total: page.total + CLAIMED }),
  /** The first row goes away while somebody reads: all later ones move up by one. */
  totalChanges: onLaterPages((page) => ({
    ...page,
    rows: page.rows.slice(1),
    total: page.total - 1,
  })),
  /** Each page is cut from another order, so that rows come twice and others never. */
  unsortedPages: onLaterPages((page) => ({ ...page, rows: [...page.rows].reverse() })),
  slowPage: onLaterPages((page, { ms = 1000 }) => ({ ...page, slowMs: ms })),
};

/** Faults that one of the checks of a request asks about itself. */
const CHECK_FAULTS = /** @type {const} */ ([
  'unauthorized401',
  'forbidden403',
  'rateLimited429',
  'schema400',
  'noLicense400',
  'spaHtml',
  'tokenOfOtherUser',
  'closedSchemaStrict',
]);

/** The faults only Rocket.Chat has. */
export const ROCKET_CHAT_FAULTS = [...Object.keys(PAGE_FAULTS), ...CHECK_FAULTS];

/**
 * @param {Fault[]} faults
 * @param {typeof CHECK_FAULTS[number]} type
 * @returns {Fault | undefined} the fault, if it hits this request
 */
export const faultOf = (faults, type) => faults.find((fault) => fault.type === type);

/**
 * @param {Page} page
 * @param {Fault[]} faults
 * @returns {Page}
 */
export function changePage(page, faults) {
  return faults.reduce((one, fault) => PAGE_FAULTS[fault.type]?.(one, fault) ?? one, page);
}

/**
 * @param {(page: Page, fault: Fault) => Page} change
 * @returns {(page: Page, fault: Fault) => Page}
 */
function onLaterPages(change) {
  return (page, fault) => (page.offset > 0 ? change(page, fault) : page);
}
