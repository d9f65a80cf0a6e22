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
import { getCampaigns, getUserGroups, searchAgents } from './lists';
import { prepare } from './vendor';
import { operations, properties } from './resources';

export class Vicidial implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'VICIdial',
    name: 'vicidial',
    icon: { light: 'file:../../icons/vicidial.svg', dark: 'file:../../icons/vicidial.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'See what the agents of a VICIdial contact center are doing, and act on them',
    defaults: { name: 'VICIdial' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: CREDENTIAL, required: true }],
    properties,
  };

  methods = {
    listSearch: { searchAgents },
    loadOptions: { getCampaigns, getUserGroups },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const asked: Asked = new Map();
    return runForItems(this, async (itemIndex) =>
      runChosen(operations, await prepare(this, itemIndex, asked)),
    );
  }
}
