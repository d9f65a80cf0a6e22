import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { operationParameters } from '../shared/node/parameters/operations';
import { runOperations } from '../shared/node/runOperations';
import { getCampaigns, getUserGroups, searchAgents } from './lists';
import { vicidial } from './vendor';

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
    credentials: [{ name: vicidial.credential, required: true }],
    properties: operationParameters(vicidial.resources),
  };

  methods = {
    listSearch: { searchAgents },
    loadOptions: { getCampaigns, getUserGroups },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperations(this, vicidial);
  }
}
