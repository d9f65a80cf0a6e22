import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import type { Asked } from '../shared/http/send';
import { runChosen, runForItems } from '../shared/node/runOperations';
import { CREDENTIAL } from './api/client';
import { getDepartments, searchAgents } from './lists';
import { prepare } from './vendor';
import { operations, properties } from './resources';

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
    credentials: [{ name: CREDENTIAL, required: true }],
    properties,
  };

  methods = {
    listSearch: { searchAgents },
    loadOptions: { getDepartments },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const asked: Asked = new Map();
    return runForItems(this, async (itemIndex) =>
      runChosen(operations, await prepare(this, itemIndex, asked)),
    );
  }
}
