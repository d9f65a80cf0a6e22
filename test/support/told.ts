import type { Subject } from './contexts';
import { errorOf } from './simulated';

/** What the user is told by a node that fails, and what n8n is told. */
export async function told(subject: Subject) {
  const { name, message, description, httpCode } = await errorOf(subject);
  return { name, message, description, httpCode };
}

/** That, as it should be; of the second line only a part is given. */
export const says = (httpCode: string, message: string, advice: string) => ({
  name: 'NodeApiError',
  httpCode,
  message,
  description: expect.stringContaining(advice),
});
