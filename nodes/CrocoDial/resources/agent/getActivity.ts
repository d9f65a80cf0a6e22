import type { IDataObject } from 'n8n-workflow';
import { ContactCenterFailure } from '../../../shared/http/failure';
import type { AgentActivity } from '../../../shared/model/AgentActivity';
import { activityItems } from '../../../shared/node/items';
import type { OperationDefinition } from '../../../shared/node/operation';
import { optionCollection, simplify, timeWindow } from '../../../shared/node/parameters/common';
import * as choices from '../../../shared/node/parameters/operations';
import { windowOf } from '../../../shared/node/parameters/window';
import { fromCallRecords, fromTimeColumns, nothingDone, type Asked } from '../../activity';
import { agentKey } from '../../agents';
import { ACTIONS } from '../../api/endpoints';
import { unknownAgent } from '../../goAutoDialFloor';
import { toServerWindow } from '../../time';
import { agentParameter, type Operation } from '../parameters';

export const getActivity: OperationDefinition<Operation> = {
  choice: choices.getActivity(
    'Calls, talk, wait, wrap-up and pause time of agents in a time window',
  ),
  properties: [
    {
      displayName:
        'GOautodial tells totals per agent for the time window, not each state change. CROCO-dial only tells calls, which are added up per agent.',
      name: 'totalsNotice',
      type: 'notice',
      default: '',
    },
    agentParameter({ required: false, description: 'One agent. Leave empty for everyone.' }),
    ...timeWindow,
    simplify,
    optionCollection([
      {
        displayName: 'Campaign ID',
        name: 'campaignId',
        type: 'string',
        default: '',
        placeholder: 'e.g. SALES',
        description: 'GOautodial: only what was done in this campaign',
      },
    ]),
  ],
  execute,
};

/** What agents did in a time window. */
async function execute(operation: Operation): Promise<IDataObject[]> {
  const { client, read, timezone } = operation;
  const agentId = read.text('agent', '').trim();
  const window = windowOf(read, timezone);
  const fields = toServerWindow(window, client.serverTimezone, timezone);
  const asked = { source: client.source, window };
  const activities =
    client.dialect === 'goAutoDial'
      ? await ofGoAutoDial(operation, fields, agentId, asked)
      : await ofCrocoDial(operation, fields, agentId, asked);
  return activityItems(activities, read);
}

type ServerWindow = ReturnType<typeof toServerWindow>;

const only = (agentId: string) => (activity: AgentActivity) =>
  agentId === '' || agentKey(activity.agentId) === agentKey(agentId);

async function ofGoAutoDial(
  { client, read }: Operation,
  fields: ServerWindow,
  agentId: string,
  asked: Asked,
): Promise<AgentActivity[]> {
  const { value } = await client.call(ACTIONS.timeDetails, {
    pageTitle: 'agent_detail',
    campaignID: read.text('options.campaignId', '').trim() || 'ALL',
    ...fields,
  });
  const columns = value.TOPsorted_output;
  const all = columns === null ? [] : fromTimeColumns(columns, value.PC_statuses ?? [], asked);
  const found = all.filter(only(agentId));
  if (found.length > 0 || agentId === '') return found;
  const { value: users } = await client.call(ACTIONS.users);
  const user = users.find((one) => agentKey(one.agentId) === agentKey(agentId));
  if (user === undefined) throw unknownAgent();
  return [{ ...nothingDone(user.agentId, user.name, asked), loggedInSeconds: 0 }];
}

async function ofCrocoDial(
  { client, read }: Operation,
  fields: ServerWindow,
  agentId: string,
  asked: Asked,
): Promise<AgentActivity[]> {
  if (read.text('options.campaignId', '').trim() !== '') {
    throw new ContactCenterFailure(
      'badInput',
      'CROCO-dial cannot be asked for one campaign',
      'Remove the option "Campaign ID".',
    );
  }
  const { value: records } = await client.call(ACTIONS.callRecords, fields);
  const all = fromCallRecords(records, asked);
  if (all !== null) return all.filter(only(agentId));
  const columns = Object.keys(records[0] ?? {}).slice(0, 30);
  throw new ContactCenterFailure(
    'unreadable',
    'The call records of CROCO-dial do not tell whose calls they are',
    `None of their columns is one that this node knows: ${columns.join(', ')}. Please report them.`,
  );
}
