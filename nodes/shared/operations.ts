import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { attempt, toNodeApiError } from './failure';

/** Runs one operation for the input item of that index and gives the items it makes. */
export type RunForItem = (itemIndex: number) => Promise<IDataObject[]>;

/**
 * Runs an operation for each input item: paired items, and Continue On Fail as n8n's own nodes
 * have it. Nothing is emitted for an item that fails half-way.
 *
 * @throws NodeApiError what happened and what to do
 */
export async function runForItems(
  context: IExecuteFunctions,
  run: RunForItem,
): Promise<INodeExecutionData[][]> {
  const results: INodeExecutionData[] = [];
  for (const itemIndex of context.getInputData().keys()) {
    const outcome = await attempt(() => run(itemIndex));
    if (outcome.ok) {
      results.push(...outcome.value.map((json) => ({ json, pairedItem: { item: itemIndex } })));
      continue;
    }
    const error = toNodeApiError(context.getNode(), outcome.failure, itemIndex);
    if (!context.continueOnFail()) throw error;
    const { message, description, httpCode } = error;
    results.push({
      json: { error: message, description, httpCode },
      pairedItem: { item: itemIndex },
    });
  }
  return [results];
}
