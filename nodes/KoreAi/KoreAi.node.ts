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
import { getQueues, searchAgents } from './lists';
import { prepare } from './vendor';
import { operations, properties } from './resources';

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
    credentials: [{ name: CREDENTIAL, required: true }],
    properties,
  };

  methods = {
    listSearch: { searchAgents },
    loadOptions: { getQueues },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const asked: Asked = new Map();
    return runForItems(this, async (itemIndex) =>
      runChosen(operations, await prepare(this, itemIndex, asked)),
    );
  }
}
