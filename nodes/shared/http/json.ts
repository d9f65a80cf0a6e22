import type { ZodType, ZodTypeDef } from 'zod';
import type { VendorAnswer } from './request';

/** What a body came to: a value of the expected shape, other JSON, a web page, or neither. */
export type JsonReading<T> =
  | { kind: 'value'; value: T }
  | { kind: 'otherShape'; json: unknown }
  | { kind: 'page' }
  | { kind: 'notJson' };

/**
 * Reads a body as JSON of a shape. PHP servers print warnings and blank lines around it, so what
 * stands before the first brace and after the last is passed over.
 */
export function readJson<T>(
  { body }: Pick<VendorAnswer, 'body'>,
  schema: ZodType<T, ZodTypeDef, unknown>,
): JsonReading<T> {
  const text = new TextDecoder().decode(body);
  const json = parse(text) ?? parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  if (json === undefined) {
    return { kind: /<(!doctype|html|body|head|form)\b/i.test(text) ? 'page' : 'notJson' };
  }
  const read = schema.safeParse(json);
  return read.success ? { kind: 'value', value: read.data } : { kind: 'otherShape', json };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
