import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { TRIGGER_ON } from '../../nodes/shared/trigger/parameters/events';
import { credentialTypes, nodeTypes } from './classes';

type Shown = INodeProperties | INodePropertyOptions | INodePropertyCollection;

function namesIn(shown: readonly Shown[]): string[] {
  return shown.flatMap((one) => [
    'displayName' in one ? one.displayName : one.name,
    ...('action' in one && one.action !== undefined ? [one.action] : []),
    ...namesIn('options' in one ? (one.options ?? []) : []),
    ...namesIn('values' in one ? one.values : []),
  ]);
}

/** Everything of ours that has a name in n8n's editor: nodes, credentials, and all in their forms. */
export function editorNames(): Set<string> {
  const all = [...nodeTypes().map(({ description }) => description), ...credentialTypes()];
  return new Set([
    ...all.map(({ displayName }) => displayName),
    ...all.flatMap(({ properties }) => namesIn(properties)),
    // n8n makes an entry of each event that a trigger can start on.
    ...namesIn([TRIGGER_ON]).map((event) => `On ${event.toLowerCase()}`),
  ]);
}
