import { mapValues } from 'lodash';
import { z } from 'zod';
import { FUNCTIONS, type RecordOf, type VicidialFunction } from './endpoints';
import { decode, readAnswer } from './table';

/** For each function, the headers that say that another one answered. */
const HEADERS_OF_OTHERS = mapValues(FUNCTIONS, (_, name) =>
  Object.entries(FUNCTIONS).flatMap(([other, { layouts }]) =>
    other === name ? [] : layouts.map(({ header }) => header),
  ),
);

/** What came of a call: records, the text of the server's own error, or why nothing can be read. */
export type Reading<T> =
  | { kind: 'records'; records: T[] }
  | { kind: 'error'; text: string }
  | { kind: 'page' }
  | { kind: 'unreadable'; why: string };

/** Bytes of an answer of the non-agent API to typed records of the function that was called. */
export function readRecords<F extends VicidialFunction>(
  name: F,
  body: Uint8Array,
): Reading<RecordOf<F>> {
  const { record, ...table } = FUNCTIONS[name];
  const answer = readAnswer(decode(body), { ...table, foreign: HEADERS_OF_OTHERS[name] });
  if (answer.kind !== 'table') return answer;
  // Columns that a newer version has stay on the record, for whoever wants the raw data.
  const parsed = z
    .array<z.ZodType<RecordOf<F>, z.ZodTypeDef, unknown>>(record.passthrough())
    .safeParse(answer.records);
  return parsed.success
    ? { kind: 'records', records: parsed.data }
    : { kind: 'unreadable', why: 'row' };
}

/** The server's clock, from the `version` function: a line of NAME: VALUE pairs. */
export interface ServerVersion {
  version: string;
  build: string;
  /** Milliseconds that the server's wall clock is ahead of UTC. */
  utcOffsetMs: number;
}

/** Reads the answer of `version`; null when it is none. DATE is the wall clock at EPOCH. */
export function readVersion(body: Uint8Array): ServerVersion | null {
  const fields =
    /VERSION: ([^|]*)\|BUILD: ([^|]*)\|DATE: (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)\|EPOCH: (\d+)\|/.exec(
      decode(body),
    );
  if (fields === null) return null;
  const [, version = '', build = '', day, time, epoch] = fields;
  return { version, build, utcOffsetMs: Date.parse(`${day}T${time}Z`) - Number(epoch) * 1000 };
}

/** An answer of the agent API (`/agc/api.php`): one line, success or error, or nothing at all. */
type ControlAnswer = { kind: 'success' | 'error'; text: string } | { kind: 'empty' | 'page' };

/** Reads the answer of an agent control function. */
export function readControl(body: Uint8Array): ControlAnswer {
  const lines = decode(body).split('\n');
  const line = lines.find((each) => /^(SUCCESS|NOTICE|ERROR):/.test(each));
  if (line === undefined) {
    return { kind: lines.some((each) => each.trim() !== '') ? 'page' : 'empty' };
  }
  return { kind: line.startsWith('ERROR:') ? 'error' : 'success', text: line };
}
