import type { Resources } from '../../shared/node/operation';
import { getActivity } from './agent/getActivity';
import { getLiveInfo } from './agent/getLiveInfo';
import { getStatus } from './agent/getStatus';
import type { Operation } from './parameters';
import { getCounts } from './team/getCounts';

export const resources: Resources<Operation> = {
  agent: [getActivity, getLiveInfo, getStatus],
  team: [getCounts],
};
