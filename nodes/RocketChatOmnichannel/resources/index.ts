import type { INodeProperties } from 'n8n-workflow';
import type { OperationTable } from '../../shared/node/runOperations';
import * as words from '../../shared/node/parameters/operations';
import type { Operation } from '../vendor';
import * as getActivity from './agent/getActivity';
import * as getLiveInfo from './agent/getLiveInfo';
import * as getStatus from './agent/getStatus';
import * as getCounts from './team/getCounts';

/** What each operation of each resource runs. */
export const operations: OperationTable<Operation> = {
  agent: {
    getActivity: getActivity.execute,
    getLiveInfo: getLiveInfo.execute,
    getStatus: getStatus.execute,
  },
  team: { getCounts: getCounts.execute },
};

/** Resource, operation, and the parameters of each. */
export const properties: INodeProperties[] = [
  ...words.chooseOperation(
    [
      words.getActivity('Chats of agents in a time window, and with the licence time in service'),
      words.getLiveInfo('All omnichannel agents now, and how many chats each has open'),
      words.GET_STATUS,
    ],
    [words.GET_COUNTS],
  ),
  ...getActivity.description,
  ...getLiveInfo.description,
  ...getStatus.description,
  ...getCounts.description,
];
