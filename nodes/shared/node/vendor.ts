import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { ClientOptions } from '../http/connection';
import type { RequestContext } from '../http/request';
import type { Floor } from '../model/Floor';
import type { Operation, Resources } from './operation';
import type { ParameterReader } from './parameters/read';

/** A contact-center system, as its nodes, its lists in the editor and its trigger use it. */
export interface Vendor<Client, VendorFloor extends Floor> {
  /** How items name it, for example `vicidial`. */
  id: string;
  /** How its makers write it. */
  name: string;
  /** The name of its credential's type. */
  credential: string;
  /** @throws ContactCenterFailure when the credential cannot be right */
  connect(
    context: RequestContext,
    credentials: ICredentialDataDecryptedObject,
    options: ClientOptions,
  ): Client;
  /** The floor, with what of the node's parameters the vendor has to know to read it. */
  floor(client: Client, read: ParameterReader): VendorFloor;
  /** @throws ContactCenterFailure `badInput` for parameters with which a trigger cannot watch this system */
  checkTrigger?(client: Client, read: ParameterReader): void;
  resources: Resources<Operation<Client, VendorFloor>>;
}
