import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ParameterReader } from './parameters/read';

/** An operation as the user chooses it; `action` is what the node creator lists. */
export interface OperationChoice {
  name: string;
  value: string;
  description: string;
  action: string;
}

/** What an operation is given for one input item. */
export interface Operation<Client, VendorFloor> {
  client: Client;
  floor: VendorFloor;
  read: ParameterReader;
  /** The time zone of the workflow, IANA. */
  timezone: string;
  /** Shows the user something beside the output. */
  hint(message: string): void;
}

/** An operation: how it is chosen, its own parameters, and the items it makes of an input item. */
export interface OperationDefinition<GivenOperation> {
  choice: OperationChoice;
  properties: INodeProperties[];
  execute(operation: GivenOperation): Promise<IDataObject[]>;
}

/** The operations of each resource. */
export type Resources<GivenOperation> = Record<
  'agent' | 'team',
  ReadonlyArray<OperationDefinition<GivenOperation>>
>;
