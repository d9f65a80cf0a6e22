import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { operationParameters } from '../shared/node/parameters/operations';
import { runOperations } from '../shared/node/runOperations';
import { getQueues, searchAgents } from './lists';
import { koreAi } from './vendor';

export class KoreAi implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Kore.ai Contact Center',
    name: 'koreAi',
    icon: { light: 'file:../../icons/koreAi.svg', dark: 'file:../../icons/koreAi.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'See what the agents of a Kore.ai contact center are doing, and since when',
    defaults: { name: 'Kore.ai Contact Center' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: koreAi.credential, required: true }],
    properties: operationParameters(koreAi.resources),
  };

  methods = {
    listSearch: { searchAgents },
    loadOptions: { getQueues },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperations(this, koreAi);
  }
}
