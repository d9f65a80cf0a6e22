import type { RequestContext } from './request';

/**
 * A signal that ends the exchange at the deadline, and at once when the user stops the execution.
 * In an execution n8n puts the context's own signal in the place of a request's (docs/n8n.md,
 * Requests), so there it is asked by a context whose own signal is this one.
 */
export function withDeadline(
  context: RequestContext,
  timeoutMs: number,
): { asking: RequestContext; abortSignal: AbortSignal } {
  const deadline = AbortSignal.timeout(timeoutMs);
  if (!('getExecutionCancelSignal' in context)) return { asking: context, abortSignal: deadline };
  const cancelled = context.getExecutionCancelSignal();
  const abortSignal = cancelled === undefined ? deadline : AbortSignal.any([deadline, cancelled]);
  const getExecutionCancelSignal = { value: () => abortSignal };
  return { asking: Object.create(context, { getExecutionCancelSignal }), abortSignal };
}
