import type { INodeProperties } from 'n8n-workflow';
import type { OperationTable } from '../../shared/node/runOperations';
import * as words from '../../shared/node/parameters/operations';
import type { Operation } from '../vendor';
import * as control from './agent/control';
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
    logOut: control.logOut,
    pause: control.pause,
    resume: control.resume,
    setPauseCode: control.setPauseCode,
  },
  team: { getCounts: getCounts.execute },
};

/** Resource, operation, and the parameters of each. */
export const properties: INodeProperties[] = [
  ...words.chooseOperation(
    [
      words.getActivity('Calls, talk, wait, wrap-up and pause time of agents in a time window'),
      words.getLiveInfo('Everyone who is logged in, and the call each is on'),
      words.GET_STATUS,
      ...control.choices,
    ],
    [words.GET_COUNTS],
  ),
  ...getActivity.description,
  ...getLiveInfo.description,
  ...getStatus.description,
  ...control.description,
  ...getCounts.description,
];
