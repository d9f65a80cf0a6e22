/** One record of an answer, each column's text under its name. */
export type VicidialRecord = Record<string, string>;

/** What an answer can be: a table, or the one line of an error. */
type VicidialAnswer =
  | { kind: 'table'; records: VicidialRecord[] }
  | { kind: 'error'; text: string }
  | { kind: 'page' }
  | { kind: 'unreadable'; why: 'empty' | 'cutOff' | 'foreign' | 'row' };

/** How some builds lay out a function's rows: the names in the header, and what the cells really hold. */
export interface Layout {
  header: readonly string[];
  cells: readonly string[];
  /** Whether rows without a header are read so: their number of cells is no other layout's. */
  bare: boolean;
}

/** How the answers of a function are read. */
export interface TableShape {
  layouts: readonly Layout[];
  /** The names without which a header is not this function's. */
  required: readonly string[];
  /** Headers of other functions that have these names as well. */
  foreign: ReadonlyArray<readonly string[]>;
}

const DELIMITERS = ['\t', '|', ','] as const;

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
 * Reads an answer of the non-agent API. Nothing in status or headers tells success from failure, so
 * only the text counts. What a column means comes from the layouts that builds really had, by
 * header and number of cells: a row that fits none makes the whole answer unreadable
 * (docs/vendors/vicidial.md, Builds). PHP's own words stand in lines of their own and are left out.
 */
export function readAnswer(text: string, shape: TableShape): VicidialAnswer {
  const { layouts } = shape;
  const fatal = FATAL.exec(text)?.index;
  const lines = withoutNoise(text.slice(0, fatal));
  const head = findHeader(lines, shape);
  if (head !== undefined) {
    const { at, line, delimiter, fitting } = head;
    const rows = lines.slice(at + 1).filter((row) => row !== line);
    return isCutOff(text, fatal) ? CUT_OFF : readRows(rows, delimiter, fitting);
  }
  const error = lines.find((line) => /^(ERROR:|MySQL connect ERROR:)/.test(line));
  if (error !== undefined) return { kind: 'error', text: error };
  const [first] = lines;
  if (first === undefined) return { kind: 'unreadable', why: 'empty' };
  if (/<(!doctype|html|body|head|form)\b/i.test(text)) return { kind: 'page' };
  if (isCutOff(text, fatal) && startsHeader(first, layouts)) return CUT_OFF;
  const bare = findBareLayout(first, layouts);
  if (bare === undefined) return { kind: 'unreadable', why: 'foreign' };
  return isCutOff(text, fatal) ? CUT_OFF : readRows(lines, bare.delimiter, bare.fitting);
}

const CUT_OFF: VicidialAnswer = { kind: 'unreadable', why: 'cutOff' };

/** What comes after it is a stack trace; a table before it is whole, since it is printed at once. */
const FATAL = /^(<br \/>\n)?(<b>|PHP )?(Fatal|Parse) error(<\/b>)?: /m;

const NOISE =
  /^(<br \/>|(<b>|PHP )?(Warning|Notice|Deprecated|Strict Standards)(<\/b>)?: .* on line (<b>)?\d+(<\/b>)?(<br \/>)?)$/;

/** The lines of an answer without PHP's words, blank lines, and blanks at their ends. */
function withoutNoise(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/[ \r]+$/, ''))
    .filter((line) => line !== '' && !NOISE.test(line));
}

/** VICIdial ends each line. */
const isCutOff = (text: string, fatal: number | undefined) =>
  fatal === undefined && !/\n[ \r]*$/.test(text);

/** The header: the first line that has every required name. */
function findHeader(lines: readonly string[], { layouts, required, foreign }: TableShape) {
  for (const [at, line] of lines.entries()) {
    for (const delimiter of DELIMITERS) {
      const names = line.split(delimiter);
      if (!required.every((name) => names.includes(name))) continue;
      const isThis = ({ header }: Pick<Layout, 'header'>) => header.join() === names.join();
      if (foreign.some((header) => isThis({ header }))) return undefined;
      // A header with a name for each cell speaks for itself, also one that no build has had yet.
      return { at, line, delimiter, fitting: [...layouts.filter(isThis), { cells: names }] };
    }
  }
  return undefined;
}

const startsHeader = (line: string, layouts: readonly Layout[]) =>
  layouts.some(({ header }) => DELIMITERS.some((each) => header.join(each).startsWith(line)));

/** The layouts of rows without a header, which only some servers send. */
function findBareLayout(row: string, layouts: readonly Layout[]) {
  const fitting = layouts.filter(({ bare }) => bare);
  const fewest = Math.min(...fitting.map(({ cells }) => cells.length));
  const delimiter = DELIMITERS.find((each) => row.split(each).length >= fewest);
  return delimiter === undefined ? undefined : { delimiter, fitting };
}

function readRows(
  rows: readonly string[],
  delimiter: string,
  fitting: ReadonlyArray<Pick<Layout, 'cells'>>,
): VicidialAnswer {
  // VICIdial says in an error line that it has found nothing; a header alone has lost its rows.
  if (rows.length === 0) return CUT_OFF;
  const records: VicidialRecord[] = [];
  for (const row of rows) {
    const cells = row.split(delimiter);
    const layout = fitting.find((each) => each.cells.length === cells.length);
    if (layout === undefined) return { kind: 'unreadable', why: 'row' };
    records.push(Object.fromEntries(layout.cells.map((name, at) => [name, cells[at] ?? ''])));
  }
  return { kind: 'table', records };
}
