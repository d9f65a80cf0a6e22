import { PollTriggerExecutor, TriggersAndPollers } from 'n8n-core';
import type { IWorkflowExecuteAdditionalData } from 'n8n-workflow';

/** n8n-core's own way through a poll, without its logger, its telemetry and its error reports. */
export const executor = new PollTriggerExecutor(
  { scoped: () => ({ debug() {}, error() {} }) } as never,
  new TriggersAndPollers(),
  {
    startSpan: (_: object, work: (span: object) => unknown) => work({ setStatus() {} }),
    startNewTraceSpan: (_: object, work: (span: object) => unknown) => work({ setStatus() {} }),
    pickWorkflowAttributes: () => ({}),
    pickNodeAttributes: () => ({}),
  } as never,
  { error() {} } as never,
);

/** What a poll needs of n8n's server when nothing is sent with the credential. */
export const additionalData = {
  credentialsHelper: {
    getParentTypes: () => [],
    isCredentialUsableByNode: () => true,
    getDecrypted: async () => ({}),
  },
  variables: {},
  formWaitingBaseUrl: 'http://localhost/form-waiting',
  webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
} as unknown as IWorkflowExecuteAdditionalData;
