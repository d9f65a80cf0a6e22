import { z, type ZodType, type ZodTypeDef } from 'zod';
import type { VendorAnswer } from '../../shared/http/request';
import { readJson } from '../../shared/http/json';

/** What came of a request: a value, the server's own refusal, or why nothing can be read. */
export type Reading<T> =
  | { kind: 'value'; value: T }
  | { kind: 'refused'; said: string; code: string }
  | { kind: 'unusable'; why: 'empty' | 'xml' | 'cutOff' | 'shape' | 'setUp' | 'foreign' };

/** What only servers and their administrators should see, wherever it stands in an answer. */
const SECRET = /^(query\d*|auth_message|.*pass.*)$/i;

/** The same without passwords, SQL statements and what else an answer should not have held. */
export function redact(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(redact);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .filter(([key]) => !SECRET.test(key))
      .map(([key, value]) => [key, redact(value)]),
  );
}

const word = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((value) => String(value ?? '').trim());

/** Every answer has a result; three kinds of errors put their words into different fields. */
const envelope = z.object({ result: z.string(), message: word, code: word }).passthrough();

/**
 * Reads an answer of goAPIv2. Neither the HTTP status nor the content type tells success from
 * failure: only a result that is exactly `success` is one (docs/vendors/croco-dial.md, Answers).
 */
export function readAnswer<T>(
  answer: Pick<VendorAnswer, 'body'>,
  shape: ZodType<T, ZodTypeDef, unknown>,
): Reading<T> {
  const reading = readJson(answer, envelope);
  if (reading.kind !== 'value') return { kind: 'unusable', why: whyNot(answer, reading.kind) };
  const { result, message, code } = reading.value;
  if (result !== 'success') return { kind: 'refused', said: message || result.trim(), code };
  const parsed = shape.safeParse(redact(reading.value));
  return parsed.success
    ? { kind: 'value', value: parsed.data }
    : { kind: 'unusable', why: 'shape' };
}

function whyNot({ body }: Pick<VendorAnswer, 'body'>, kind: string) {
  const text = new TextDecoder().decode(body).trim();
  if (text === '') return 'empty';
  if (/<goautodialapi\b|^<\?xml/.test(text) || /only accepts XML or JSON/.test(text)) return 'xml';
  if (/astguiclient\.conf/.test(text)) return 'setUp';
  if (kind === 'notJson' && /\{"result":/.test(text)) return 'cutOff';
  return 'foreign';
}
