import type {
  IDataObject,
  IExecuteFunctions,
  INode,
  INodeExecutionData,
  NodeApiError,
} from 'n8n-workflow';
import { attempt, ContactCenterFailure, toNodeApiError, type Outcome } from '../http/failure';
import type { ParameterReader } from './parameters/read';

/** Runs one operation for the input item of that index and gives the items it makes. */
export type RunForItem = (itemIndex: number) => Promise<IDataObject[]>;

/**
 * Runs an operation for each input item: paired items, and Continue On Fail as n8n's own nodes
 * have it. Nothing is emitted for an item that fails half-way. A login that is refused for one
 * item is not sent again for the others: ten tries lock an account.
 *
 * @throws NodeApiError what happened and what to do
 */
export async function runForItems(
  context: IExecuteFunctions,
  run: RunForItem,
): Promise<INodeExecutionData[][]> {
  const results: INodeExecutionData[] = [];
  let refused: Outcome<never> | undefined;
  for (const itemIndex of context.getInputData().keys()) {
    const outcome = refused ?? (await attempt(() => run(itemIndex)));
    if (outcome.ok) {
      results.push(...outcome.value.map((json) => ({ json, pairedItem: { item: itemIndex } })));
      continue;
    }
    if (outcome.failure.kind === 'loginRefused') refused = outcome;
    const node = context.getNode();
    const error = toNodeApiError(node, outcome.failure, itemIndex);
    if (!context.continueOnFail()) throw error;
    results.push({ json: failedJson(error, node), pairedItem: { item: itemIndex } });
  }
  return [results];
}

/**
 * What the item of a failure says. To an error output n8n sends only an item that has nothing beside
 * `error`, and puts the fields of its input into it (docs/n8n.md, Errors).
 */
function failedJson({ message, description, httpCode }: NodeApiError, node: INode): IDataObject {
  return node.onError === 'continueErrorOutput'
    ? { error: { message, description, httpCode } }
    : { error: message, description, httpCode };
}

/** What every vendor's operations are given for one input item. */
export interface BaseOperation {
  read: ParameterReader;
  /** The time zone of the workflow, IANA. */
  timezone: string;
}

/** What each operation of each resource runs. */
export type OperationTable<O extends BaseOperation> = Record<
  string,
  Record<string, (operation: O) => Promise<IDataObject[]>>
>;

/**
 * Runs the operation that the parameters choose.
 *
 * @throws ContactCenterFailure where an expression has made up one that does not exist
 */
export async function runChosen<O extends BaseOperation>(
  table: OperationTable<O>,
  operation: O,
): Promise<IDataObject[]> {
  const { read } = operation;
  const [resource, name] = [read.text('resource', ''), read.text('operation', '')];
  const run = table[resource]?.[name];
  if (run !== undefined) return run(operation);
  throw new ContactCenterFailure(
    'badInput',
    `There is no operation "${name}" of "${resource}"`,
    'Choose resource and operation from the lists.',
  );
}
