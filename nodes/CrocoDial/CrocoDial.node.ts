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
import { crocoDial } from './vendor';

export class CrocoDial implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'CROCO-dial / GOautodial',
    name: 'crocoDial',
    icon: { light: 'file:../../icons/crocoDial.svg', dark: 'file:../../icons/crocoDial.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'See what the agents of a CROCO-dial or GOautodial contact center are doing',
    defaults: { name: 'CROCO-dial / GOautodial' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: crocoDial.credential, required: true }],
    properties: operationParameters(crocoDial.resources),
  };

  methods = {
    listSearch: { searchAgents },
    loadOptions: { getCampaigns, getUserGroups },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runOperations(this, crocoDial);
  }
}
