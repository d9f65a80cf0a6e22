import { phpNoise } from './phpNoise.mjs';

/** @import { Fault } from '../faults.mjs' */
/** @import { Printed } from './nonAgentApi.mjs' */
/** @import { Table } from './format.mjs' */

/**
 * What is done to a table before it is printed.
 * @type {Record<string, (table: Table, fault: Fault) => Table>}
 */
const TABLE_FAULTS = {
  /** A newer version: the first two columns the other way round, one new among them, one last. */
  extraColumns: ({ columns, rows }) => {
    /** @type {(cells: string[], added: [string, string]) => string[]} */
    const widen = ([first = '', second = '', ...rest], [added, last]) => [
      second,
      added,
      first,
      ...rest,
      last,
    ];
    return {
      columns: widen(columns, ['new_column', 'newest_column']),
      rows: rows.map((cells) => widen(cells, ['new', ''])),
    };
  },
  /** An older version: the columns named are not there yet; by default the last two. */
  fewerColumns: ({ columns, rows }, { columns: gone = columns.slice(-2) }) => {
    /** @param {string[]} cells */
    const narrow = (cells) => cells.filter((_, index) => !gone.includes(columns[index] ?? ''));
    return { columns: narrow(columns), rows: rows.map(narrow) };
  },
  duplicateRows: ({ columns, rows }) => ({ columns, rows: rows.flatMap((row) => [row, row]) }),
  /** NULL in the database prints as nothing. */
  nullColumns: (
    { columns, rows },
    { columns: empty = ['campaign_id', 'session_id', 'full_name'] },
  ) => ({
    columns,
    rows: rows.map((row) => row.map((cell, i) => (empty.includes(columns[i] ?? '') ? '' : cell))),
  }),
};

/**
 * What the script prints instead of anything, before it even looks at the request.
 * @type {Record<string, Printed>}
 */
const INSTEAD = {
  empty500: { body: '', status: 500, kind: 'early' },
  mysqlConnectError: { body: 'MySQL connect ERROR:  Connection refused', kind: 'early' },
};

/**
 * What happens to what the script printed.
 * @type {Record<string, (printed: Printed) => Printed>}
 */
const AFTER = {
  apostrophe500: (printed) => ({ ...printed, status: 500 }),
  displayErrors: ({ body, ...rest }) => ({
    ...rest,
    status: 200,
    body: `${phpNoise('before')}${body}${phpNoise('after')}`,
  }),
};

/** The faults only VICIdial has. */
export const VICIDIAL_FAULTS = [
  ...Object.keys(TABLE_FAULTS),
  ...Object.keys(INSTEAD),
  ...Object.keys(AFTER),
  'noHeader',
  'tableCrashed7',
  'ipBlock',
  'twoFactor',
  'locked',
  'loginRefused',
];

/**
 * @param {Table} table
 * @param {Fault[]} faults
 * @returns {Table}
 */
export function changeTable(table, faults) {
  return faults.reduce((one, fault) => TABLE_FAULTS[fault.type]?.(one, fault) ?? one, table);
}

/**
 * Runs a script under the active faults.
 *
 * @param {Fault[]} faults
 * @param {() => Printed} script
 * @returns {Printed}
 */
export function runWithFaults(faults, script) {
  const instead = faults.map(({ type }) => INSTEAD[type]).find((one) => one !== undefined);
  const printed = instead ?? script();
  return faults.reduce((one, { type }) => AFTER[type]?.(one) ?? one, printed);
}
