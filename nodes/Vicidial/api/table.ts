import { z } from 'zod';

/** One record of an answer, each column's text under its name. */
type VicidialRecord = Record<string, string>;

/** What an answer can be: a table, or the one line of an error. */
type VicidialAnswer =
  | { kind: 'table'; records: VicidialRecord[] }
  | { kind: 'error'; text: string }
  | { kind: 'page' }
  | { kind: 'unreadable'; why: string };

/** How the columns of a function's answer are read (docs/vendors/vicidial.md, Answers). */
export interface TableShape {
  /** The columns in version 2.14's order, longest first, for servers that send no header. */
  layouts: ReadonlyArray<readonly string[]>;
  /** The columns without which an answer is not this function's. */
  required: readonly string[];
  /** Columns of free text, in which a delimiter may stand: nothing is quoted. */
  free: readonly string[];
  /** Columns at the end that the server names in the header and then leaves out. */
  mayLack?: readonly string[];
}

const DELIMITERS = ['\t', '|', ','] as const;
const NUMBER = z.string().regex(/^\d*$/);
const SUB_STATUS = z.string().regex(/^(|[0-9-]*[A-Z][A-Z0-9-]*)$/);

/** What tells a well-cut row from one whose free text has swallowed a neighbour. */
const wellCut = z
  .object({
    lead_id: NUMBER,
    calls_today: NUMBER,
    user_level: z.string().regex(/^\d+$/),
    calls: NUMBER,
    pause_code: z.string().max(6),
    sub_status: SUB_STATUS,
    real_time_sub_status: SUB_STATUS,
    phone_number: z.string().regex(/^[0-9A-Za-z+]*$/),
    active: z.string().regex(/^[YN]?$/),
    computer_ip: z.string().regex(/^$|[.:]/),
  })
  .partial()
  .passthrough();

/** Text of an answer: UTF-8, and a line that is not is Latin-1, as old databases have it. */
export function decode(body: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const latin1 = new TextDecoder('latin1');
  const decodeLine = (line: Uint8Array): string => {
    try {
      return utf8.decode(line);
    } catch {
      return latin1.decode(line);
    }
  };
  const lines: string[] = [];
  for (let start = 0; start <= body.length; ) {
    const end = body.indexOf(0x0a, start);
    lines.push(decodeLine(body.subarray(start, end === -1 ? body.length : end)));
    if (end === -1) break;
    start = end + 1;
  }
  return lines.join('\n');
}

/**
 * Reads an answer of either API. Nothing in status or headers tells success from failure, so
 * only the text counts; PHP warnings before and after the data are passed over.
 */
export function readAnswer(text: string, shape: TableShape): VicidialAnswer {
  const lines = text.split('\n');
  const head = findHeader(lines, shape);
  if (head !== undefined) {
    return readRows(lines, head.line + 1, head.columns, head.delimiter, shape);
  }
  const error = lines.find((line) => /^(ERROR:|MySQL connect ERROR:)/.test(line));
  if (error !== undefined) return { kind: 'error', text: error };
  if (text.trim() === '') return { kind: 'unreadable', why: 'empty' };
  const first = lines.findIndex((line) => line !== '' && !isNoise(line));
  if (first === -1 || /^<b>(Fatal|Parse) error<\/b>/m.test(text)) {
    return { kind: 'unreadable', why: 'empty' };
  }
  if (/<(!doctype|html|body|head|form)\b/i.test(text)) return { kind: 'page' };
  const layout = findLayout(lines[first] ?? '', shape);
  return layout === undefined
    ? { kind: 'unreadable', why: 'foreign' }
    : readRows(lines, first, layout.columns, layout.delimiter, shape);
}

/** How a row without a header is laid out: exactly as known, or with delimiters in free text. */
function findLayout(row: string, shape: TableShape) {
  const ways = shape.layouts.flatMap((columns) =>
    DELIMITERS.map((delimiter) => ({
      columns,
      delimiter,
      surplus: row.split(delimiter).length - columns.length,
    })),
  );
  const isWellCut = ({ columns, delimiter }: (typeof ways)[number]) => {
    const record = cutRow(row.split(delimiter), columns, delimiter, shape, columns.length);
    return record !== undefined && wellCut.safeParse(record).success;
  };
  const exact = ways.filter(({ surplus }) => surplus === 0);
  return exact.find(isWellCut) ?? ways.find(isWellCut) ?? exact[0];
}

function findHeader(lines: string[], shape: TableShape) {
  for (const [line, text] of lines.entries()) {
    for (const delimiter of DELIMITERS) {
      const columns = text.split(delimiter);
      if (shape.required.every((name) => columns.includes(name))) {
        return { line, columns, delimiter };
      }
    }
  }
  return undefined;
}

/** PHP's warnings stand in lines of their own, before and after the data. */
function isNoise(line: string): boolean {
  return /^(<br \/>|<b>(Warning|Notice|Deprecated|Fatal error|Parse error)<\/b>|PHP \w+:)/.test(
    line,
  );
}

function readRows(
  lines: string[],
  from: number,
  columns: readonly string[],
  delimiter: string,
  shape: TableShape,
): VicidialAnswer {
  const end = lines.findIndex((line, index) => index >= from && isNoise(line));
  const block = lines.slice(from, end === -1 ? lines.length : end);
  if (block.at(-1) !== '' && end === -1) return { kind: 'unreadable', why: 'cutOff' };
  while (block.at(-1) === '') block.pop();
  // VICIdial says in an error line that it has found nothing; a header alone has lost its rows.
  if (block.length === 0) return { kind: 'unreadable', why: 'cutOff' };
  const least =
    columns.length - (shape.mayLack ?? []).filter((name) => columns.includes(name)).length;
  const records: VicidialRecord[] = [];
  for (let index = 0; index < block.length; index += 1) {
    let row = block[index] ?? '';
    while (row.split(delimiter).length < least && index + 1 < block.length) {
      index += 1;
      row += `\n${block[index]}`;
    }
    const record = cutRow(row.split(delimiter), columns, delimiter, shape, least);
    if (record === undefined) return { kind: 'unreadable', why: 'row' };
    records.push(record);
  }
  return { kind: 'table', records };
}

/**
 * One row under its column names. A row with too many cells has a delimiter inside free text:
 * the surplus is given to the free columns in the first way that leaves every other column
 * well-formed.
 */
function cutRow(
  cells: string[],
  columns: readonly string[],
  delimiter: string,
  shape: TableShape,
  least: number,
): VicidialRecord | undefined {
  if (cells.length < least) return undefined;
  const names = columns.slice(0, Math.min(columns.length, Math.max(cells.length, least)));
  const surplus = cells.length - names.length;
  const free = names.filter((name) => shape.free.includes(name));
  for (const shares of waysToShare(surplus, free.length)) {
    let at = 0;
    const record: VicidialRecord = {};
    for (const name of names) {
      const extra = shares[free.indexOf(name)] ?? 0;
      record[name] = cells.slice(at, at + 1 + extra).join(delimiter);
      at += 1 + extra;
    }
    if (surplus === 0 || wellCut.safeParse(record).success) return record;
  }
  return undefined;
}

/** Every way to hand `surplus` cells to `free` columns, the first column taking most first. */
function waysToShare(surplus: number, free: number): number[][] {
  if (free === 0) return surplus === 0 ? [[]] : [];
  if (free === 1) return [[surplus]];
  return Array.from({ length: surplus + 1 }, (_, given) => surplus - given).flatMap((first) =>
    waysToShare(surplus - first, free - 1).map((rest) => [first, ...rest]),
  );
}
