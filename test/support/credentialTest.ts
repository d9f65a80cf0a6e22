import get from 'lodash/get';
import type { IDataObject, IHttpRequestOptions, INodeParameters } from 'n8n-workflow';
import { lookup, workflowOf, type Subject } from './contexts';

/** The request of a credential's test, its expressions worked out as n8n does. */
export function testRequest(subject: Subject): IHttpRequestOptions {
  const { workflow, node } = workflowOf(subject);
  const request = subject.credentialType.test?.request;
  if (request === undefined) throw new Error('the credential has no test');
  return workflow.expression.getComplexParameterValue(
    node,
    request as unknown as INodeParameters,
    'internal',
    { $credentials: subject.credentials },
  ) as unknown as IHttpRequestOptions;
}

/** n8n's verdict on the body of an answer with a good HTTP status: the first rule that fits. */
export function verdict(subject: Subject, body: unknown): string {
  for (const rule of subject.credentialType.test?.rules ?? []) {
    if (rule.type !== 'responseSuccessBody') continue;
    const { key, value, message } = rule.properties;
    if (get(body, key) === value) return message;
  }
  return 'OK';
}

/** Sends the test as n8n does and gives the verdict. */
export async function testCredential(subject: Subject): Promise<string> {
  const context = lookup(subject);
  const body: IDataObject | string = await context.helpers.httpRequestWithAuthentication.call(
    context,
    subject.credentialType.name,
    testRequest(subject),
  );
  return verdict(subject, body);
}
