import { DateTime } from 'luxon';
import { ContactCenterFailure } from '../../http/failure';

/**
 * Reads parameters as the type they should have. Expressions give numbers for IDs and text for
 * numbers; those are converted, anything else is refused with the parameter's name.
 */
export interface ParameterReader {
  /** Text, also what is chosen in a resource locator. */
  text(name: string, fallback: string): string;
  /** A number that is at least `least`. */
  number(name: string, fallback: number, least: number): number;
  flag(name: string, fallback: boolean): boolean;
  /** A moment as epoch milliseconds; text without an offset is in the given IANA time zone. */
  instant(name: string, timezone: string): number;
  /** Several values; text is taken apart at commas and line breaks. Nothing set is an empty list. */
  list(name: string): string[];
  /** Rows of a fixedCollection; nothing set is no row. */
  rows(name: string): unknown[];
  /** The only row of a fixedCollection; undefined where it is not set. */
  row(name: string): unknown;
}

/**
 * @param get gives a parameter's value, undefined where it is not set
 * @throws ContactCenterFailure `badInput`, from each reading
 */
export function parameterReader(get: (name: string) => unknown): ParameterReader {
  const value = (name: string) => get(name) ?? undefined;
  return {
    row: value,
    text: (name, fallback) => asText(name, value(name) ?? fallback),
    number: (name, fallback, least) => asNumber(name, value(name) ?? fallback, least),
    flag: (name, fallback) => asFlag(name, value(name) ?? fallback),
    instant: (name, timezone) => asInstant(name, value(name), timezone),
    list: (name) => asList(name, value(name) ?? []),
    rows: (name) => {
      const rows = value(name) ?? [];
      return Array.isArray(rows) ? rows : refuse(name, rows, 'list of rows');
    },
  };
}

function asText(name: string, value: unknown): string {
  if (typeof value === 'object' && value !== null && '__rl' in value && 'value' in value) {
    return asText(name, value.value);
  }
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : refuse(name, value, 'text');
}

function asNumber(name: string, value: unknown, least: number): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= least
    ? number
    : refuse(name, value, `number of at least ${least}`);
}

function asFlag(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  return refuse(name, value, 'true or false');
}

/** Expressions with $now give luxon objects, of another copy of luxon than ours. */
function asInstant(name: string, value: unknown, timezone: string): number {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.getTime();
  const text =
    typeof value === 'object' && value !== null && 'toISO' in value ? String(value) : value;
  if (typeof text !== 'string') return refuse(name, value, 'date and time');
  const moment = DateTime.fromISO(text.trim().replace(' ', 'T'), { zone: timezone });
  return moment.isValid ? moment.toMillis() : refuse(name, value, 'date and time');
}

function asList(name: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.map((each: unknown) => asText(name, each));
  if (typeof value !== 'string') return refuse(name, value, 'list');
  return value
    .split(/[,\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function refuse(name: string, value: unknown, expected: string): never {
  const parameter = name.split('.').at(-1);
  throw new ContactCenterFailure(
    'badInput',
    `The parameter "${parameter}" cannot be ${JSON.stringify(value)?.slice(0, 60)}`,
    `It takes a ${expected}. Look at what its expression results in.`,
  );
}

/** IDs picked from a list together with those typed by hand, each once. */
export function picked(read: ParameterReader, list: string, typed: string): string[] {
  return [...new Set([...read.list(list), ...read.list(typed)])];
}
