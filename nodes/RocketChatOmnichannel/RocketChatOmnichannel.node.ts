import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { operationParameters } from '../shared/node/parameters/operations';
import { runOperations } from '../shared/node/runOperations';
import { getDepartments, searchAgents } from './lists';
import { rocketChat } from './vendor';

export class RocketChatOmnichannel implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Rocket.Chat Omnichannel',
    name: 'rocketChatOmnichannel',
    icon: {
      light: 'file:../../icons/rocketChat.svg',
      dark: 'file:../../icons/rocketChat.dark.svg',
    },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'See what the omnichannel agents of a Rocket.Chat workspace are doing',
    defaults: { name: 'Rocket.Chat Omnichannel' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: rocketChat.credential, required: true }],
    properties: operationParameters(rocketChat.resources),
  };

  methods = {
    listSearch: { searchAgents },
    loadOptions: { getDepartments },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperations(this, rocketChat);
  }
}
