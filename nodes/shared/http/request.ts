import type {
  ICredentialDataDecryptedObject,
  IDataObject,
  IExecuteFunctions,
  IHttpRequestMethods,
  ILoadOptionsFunctions,
  IPollFunctions,
} from 'n8n-workflow';

/** Any of n8n's contexts that a request can be sent from. */
export type RequestContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** As whom a request is sent. */
export interface Login {
  /** The name of the credential's type. */
  credentialType: string;
  /** The credential as it is for the input item; its fields may be expressions. */
  credentials: ICredentialDataDecryptedObject;
  /** See loginKey. */
  key: string;
}

export interface VendorRequest {
  method: IHttpRequestMethods;
  url: string;
  body?: IDataObject;
  headers?: IDataObject;
  /** How long the whole exchange may take, in milliseconds. */
  timeoutMs: number;
  ignoreTlsIssues: boolean;
  /** Set where it must not be sent a second time: what it asks for may have been done. */
  onlyOnce?: boolean;
}

/** An answer with any HTTP status, its body as bytes. */
export interface VendorAnswer {
  status: number;
  headers: IDataObject;
  body: Buffer;
  /** Epoch milliseconds at which the answer was complete. */
  receivedAt: number;
}
