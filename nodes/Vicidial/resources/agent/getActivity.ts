import { omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { ContactCenterFailure } from '../../../shared/http/failure';
import { activityItems } from '../../../shared/node/items';
import type { OperationDefinition } from '../../../shared/node/operation';
import { optionCollection, simplify, timeWindow } from '../../../shared/node/parameters/common';
import * as choices from '../../../shared/node/parameters/operations';
import { windowOf } from '../../../shared/node/parameters/window';
import { toActivity } from '../../activity';
import { FUNCTIONS, type RecordOf } from '../../api/endpoints';
import { readUser } from '../../floor';
import { serverZone, toServerTime } from '../../time';
import { agentOf, agentParameter, type Operation } from '../parameters';

export const getActivity: OperationDefinition<Operation> = {
  choice: choices.getActivity(
    'Calls, talk, wait, wrap-up and pause time of agents in a time window',
  ),
  properties: [
    {
      displayName: 'VICIdial tells totals per agent for the time window, not each change of state.',
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
        description: 'Only what was done in this campaign',
      },
      {
        displayName: 'Split by Campaign',
        name: 'splitByCampaign',
        type: 'boolean',
        default: false,
        description: 'Whether to return one item per agent and campaign instead of one per agent',
      },
    ]),
  ],
  execute,
};

/** What agents did in a time window, from two exports: whole, and split by campaign. */
async function execute(operation: Operation): Promise<IDataObject[]> {
  const { client, read } = operation;
  const agentId = agentOf(operation);
  const window = windowOf(read, operation.timezone);
  const zone = await serverZone(client);
  const form = {
    datetime_start: toServerTime(window.from, zone),
    datetime_end: toServerTime(window.to, zone),
    time_format: 'S',
    ...(agentId === '' ? {} : { agent_user: agentId }),
    ...campaignOf(operation),
  };
  const { records: split } = await client.call('agent_stats_export', {
    ...form,
    group_by_campaign: 'YES',
  });
  const bySplit = read.flag('options.splitByCampaign', false);
  if (bySplit && split.some(({ campaign_id }) => campaign_id === '')) throw notSplit();
  const rows = bySplit ? split : (await client.call('agent_stats_export', form)).records;
  const found = rows.length > 0 || agentId === '' ? rows : [await nothingDone(operation, agentId)];
  const activities = found.map((record) => {
    const own = bySplit ? [record] : split.filter(({ user }) => user === record.user);
    return toActivity(record, own, client.source, window);
  });
  return activityItems(activities, read);
}

/** VICIdial ignores a campaign ID of more than 8 characters and would export all of them. */
function campaignOf({ read }: Operation): { campaign_id?: string } {
  const campaignId = read.text('options.campaignId', '').trim();
  if (campaignId === '') return {};
  if (campaignId.length <= 8) return { campaign_id: campaignId };
  throw new ContactCenterFailure(
    'notFound',
    `VICIdial cannot have a campaign "${campaignId.slice(0, 40)}"`,
    'A campaign ID has up to 8 characters. Enter the ID, not the name.',
  );
}

/** Builds before 2021 ignore that the export is to be split. */
function notSplit(): ContactCenterFailure {
  return new ContactCenterFailure(
    'notSupported',
    'This VICIdial server does not split activity by campaign',
    'It is too old for the option "Split by Campaign". Update VICIdial, or choose one campaign with "Campaign ID".',
  );
}

/** The zeros of somebody whom VICIdial knows and who did nothing; an error for nobody it knows. */
async function nothingDone(
  { client }: Operation,
  agentId: string,
): Promise<RecordOf<'agent_stats_export'>> {
  const user = await readUser(client, agentId);
  // Where the build cannot say more of users, this says whether it knows one.
  if (user === undefined) await client.call('agent_status', { agent_user: agentId });
  const none = { user: agentId, calls: '0', sessions: '0', pauses: '0' };
  return FUNCTIONS.agent_stats_export.record.parse({
    ...none,
    ...omit(user, ['user_level', 'active']),
    total_talk_time: '0',
    pause_time: '0',
  });
}
