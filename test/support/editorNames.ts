import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { CrocoDialApi } from '../../credentials/CrocoDialApi.credentials';
import { KoreAiApi } from '../../credentials/KoreAiApi.credentials';
import { RocketChatOmnichannelApi } from '../../credentials/RocketChatOmnichannelApi.credentials';
import { VicidialApi } from '../../credentials/VicidialApi.credentials';
import { CrocoDial } from '../../nodes/CrocoDial/CrocoDial.node';
import { CrocoDialTrigger } from '../../nodes/CrocoDial/CrocoDialTrigger.node';
import { KoreAi } from '../../nodes/KoreAi/KoreAi.node';
import { KoreAiTrigger } from '../../nodes/KoreAi/KoreAiTrigger.node';
import { RocketChatOmnichannel } from '../../nodes/RocketChatOmnichannel/RocketChatOmnichannel.node';
import { RocketChatOmnichannelTrigger } from '../../nodes/RocketChatOmnichannel/RocketChatOmnichannelTrigger.node';
import { TRIGGER_ON } from '../../nodes/shared/trigger/parameters/events';
import { Vicidial } from '../../nodes/Vicidial/Vicidial.node';
import { VicidialTrigger } from '../../nodes/Vicidial/VicidialTrigger.node';

type Shown = INodeProperties | INodePropertyOptions | INodePropertyCollection;

const NODES = [
  CrocoDial,
  CrocoDialTrigger,
  KoreAi,
  KoreAiTrigger,
  RocketChatOmnichannel,
  RocketChatOmnichannelTrigger,
  Vicidial,
  VicidialTrigger,
].map((Node) => new Node().description);

const CREDENTIALS = [
  new CrocoDialApi(),
  new KoreAiApi(),
  new RocketChatOmnichannelApi(),
  new VicidialApi(),
];

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
  return new Set([
    ...[...NODES, ...CREDENTIALS].map(({ displayName }) => displayName),
    ...[...NODES, ...CREDENTIALS].flatMap(({ properties }) => namesIn(properties)),
    // n8n makes an entry of each event that a trigger can start on.
    ...namesIn([TRIGGER_ON]).map((event) => `On ${event.toLowerCase()}`),
  ]);
}
