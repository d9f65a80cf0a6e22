import type {
  IDataObject,
  IExecuteFunctions,
  INode,
  INodeExecutionData,
  NodeApiError,
} from 'n8n-workflow';
import { attempt, ContactCenterFailure, toNodeApiError, type Outcome } from '../http/failure';
import type { SharedAnswers } from '../http/send';
import type { Floor } from '../model/Floor';
import { forItem } from './clientOptions';
import type { Operation, Resources } from './operation';
import { parameterReader } from './parameters/read';
import type { Vendor } from './vendor';

/**
 * Runs the chosen operation of a vendor's node for each input item: paired items, and Continue On
 * Fail as n8n's own nodes have it. Nothing is emitted for an item that fails half-way. A login
 * that is refused for one item is not sent again for the others: ten tries lock an account.
 *
 * @throws NodeApiError what happened and what to do
 */
export async function runOperations<Client, VendorFloor extends Floor>(
  context: IExecuteFunctions,
  vendor: Vendor<Client, VendorFloor>,
): Promise<INodeExecutionData[][]> {
  const sharedAnswers: SharedAnswers = new Map();
  const results: INodeExecutionData[] = [];
  let refused: Outcome<never> | undefined;
  for (const itemIndex of context.getInputData().keys()) {
    const outcome =
      refused ??
      (await attempt(async () =>
        runChosen(vendor.resources, await prepare(context, vendor, itemIndex, sharedAnswers)),
      ));
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

async function prepare<Client, VendorFloor extends Floor>(
  context: IExecuteFunctions,
  vendor: Vendor<Client, VendorFloor>,
  itemIndex: number,
  sharedAnswers: SharedAnswers,
): Promise<Operation<Client, VendorFloor>> {
  const read = parameterReader((name) => context.getNodeParameter(name, itemIndex, null));
  const client = vendor.connect(
    context,
    await context.getCredentials(vendor.credential, itemIndex),
    forItem(context, read, sharedAnswers),
  );
  return {
    client,
    floor: vendor.floor(client, read),
    read,
    timezone: context.getTimezone(),
    hint: (message) => context.addExecutionHints({ message, location: 'outputPane' }),
  };
}

/** @throws ContactCenterFailure where an expression has made up an operation that does not exist */
async function runChosen<Client, VendorFloor>(
  resources: Resources<Operation<Client, VendorFloor>>,
  operation: Operation<Client, VendorFloor>,
): Promise<IDataObject[]> {
  const { read } = operation;
  const [resource, name] = [read.text('resource', ''), read.text('operation', '')];
  const [, operations = []] = Object.entries(resources).find(([each]) => each === resource) ?? [];
  const chosen = operations.find(({ choice }) => choice.value === name);
  if (chosen !== undefined) return chosen.execute(operation);
  throw new ContactCenterFailure(
    'badInput',
    `There is no operation "${name}" of "${resource}"`,
    'Choose resource and operation from the lists.',
  );
}
