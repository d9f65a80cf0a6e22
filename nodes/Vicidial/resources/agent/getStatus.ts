import type { IDataObject } from 'n8n-workflow';
import { attempt } from '../../../shared/http/failure';
import { snapshotToItem, type AgentSnapshot } from '../../../shared/model/AgentSnapshot';
import type { OperationDefinition } from '../../../shared/node/operation';
import { optionCollection, simplify } from '../../../shared/node/parameters/common';
import { GET_STATUS } from '../../../shared/node/parameters/operations';
import { splitIds } from '../../ids';
import { agentParameter, requiredAgentOf, type Operation } from '../parameters';

export const getStatus: OperationDefinition<Operation> = {
  choice: GET_STATUS,
  properties: [
    agentParameter({ required: true, description: 'The agent to look at' }),
    simplify,
    optionCollection([
      {
        displayName: 'Include Allowed Campaigns',
        name: 'includeCampaigns',
        type: 'boolean',
        default: false,
        description:
          'Whether to add the campaigns and in-groups the agent may work in. Takes two more requests and a user of level 8 with "Modify Users".',
      },
      {
        displayName: 'Include Call Record',
        name: 'includeCallRecord',
        type: 'boolean',
        default: false,
        description:
          'Whether to add the call log of the call the agent is on, with its length so far. Takes one more request.',
      },
      {
        displayName: 'Include IP Address',
        name: 'includeIp',
        type: 'boolean',
        default: false,
        description:
          "Whether to ask for the address of the agent's computer. VICIdial gives that of the newest login older than two days: for an agent who logged in since, it is empty or an old one.",
      },
    ]),
  ],
  execute,
};

/** One agent now, offline included. */
async function execute(operation: Operation): Promise<IDataObject[]> {
  const { client, floor, read } = operation;
  const agentId = requiredAgentOf(operation);
  const agent = await floor.readAgent(agentId, read.flag('options.includeIp', false));
  const item = snapshotToItem(agent, read.flag('simplify', true));
  if (read.flag('options.includeCampaigns', false)) {
    const { records } = await client.call('agent_campaigns', { agent_user: agentId });
    const { allowed_campaigns_list = '', allowed_ingroups_list = '' } = records[0] ?? {};
    // Only a dash makes it unclear where an ID ends.
    const known = allowed_campaigns_list.includes('-') ? await readCampaignIds(operation) : [];
    item.allowedCampaigns = splitIds(allowed_campaigns_list, known);
    // VICIdial's API has no list of in-groups to tell a dash in an ID from one between two.
    item.allowedInGroups = splitIds(allowed_ingroups_list, []);
  }
  if (read.flag('options.includeCallRecord', false)) {
    item.callRecord = await callRecord(operation, agent);
  }
  return [item];
}

async function callRecord(
  { client }: Operation,
  agent: AgentSnapshot,
): Promise<IDataObject | null> {
  const callId = agent.call?.callId ?? null;
  if (callId === null) return null;
  const { records } = await client.call('callid_info', { call_id: callId, detail: 'YES' });
  return records[0] === undefined ? null : { ...records[0] };
}

/** The campaigns that the API user may list; none where it may not, or the build cannot. */
async function readCampaignIds({ client }: Operation): Promise<string[]> {
  const listed = await attempt(() => client.call('campaigns_list'));
  if (listed.ok) return listed.value.records.map(({ campaign_id }) => campaign_id);
  if (listed.failure.kind === 'loginRefused') throw listed.failure;
  return [];
}
