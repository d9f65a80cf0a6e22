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
      words.getActivity('What agents did in a time window: each status with its times, and totals'),
      words.getLiveInfo('Every agent now, those who are offline included'),
      words.GET_STATUS,
    ],
    [words.GET_COUNTS],
  ),
  ...getActivity.description,
  ...getLiveInfo.description,
  ...getStatus.description,
  ...getCounts.description,
];
