import type { IDataObject } from 'n8n-workflow';
import { attempt } from '../../../shared/http/failure';
import { mapLimited } from '../../../shared/http/mapLimited';
import type { AgentSnapshot } from '../../../shared/model/AgentSnapshot';
import { agentItems, chosenAgents } from '../../../shared/node/items';
import type { OperationDefinition } from '../../../shared/node/operation';
import {
  filterCollection,
  optionCollection,
  returnAllOrLimit,
  simplify,
} from '../../../shared/node/parameters/common';
import * as choices from '../../../shared/node/parameters/operations';
import type { VicidialFloor } from '../../floor';
import { groupFilters, groupsOf, states, type Operation } from '../parameters';

export const getLiveInfo: OperationDefinition<Operation> = {
  choice: choices.getLiveInfo('Everyone who is logged in, and the call each is on'),
  properties: [
    ...returnAllOrLimit,
    simplify,
    filterCollection([...groupFilters, states]),
    optionCollection([
      {
        displayName: 'Include Call Details',
        name: 'includeCallDetails',
        type: 'boolean',
        default: false,
        description:
          'Whether to add phone number and lead code of the call each agent is on. Takes one request per agent on a call, at most as many as "Max Detail Requests".',
      },
      {
        displayName: 'Max Detail Requests',
        name: 'maxDetailRequests',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 1000 },
        default: 100,
        description: 'How many agents to ask call details of, at most',
      },
    ]),
  ],
  execute,
};

/** Everyone who is logged in, in one request; call details only when asked for. */
async function execute({ floor, read }: Operation): Promise<IDataObject[]> {
  const reading = await floor.readAgents(groupsOf(read));
  const agents = chosenAgents(reading.agents, read);
  const detailed = read.flag('options.includeCallDetails', false)
    ? await withCallDetails(floor, agents, read.number('options.maxDetailRequests', 100, 1))
    : agents;
  return agentItems(detailed, read);
}

/** Adds phone and lead code where the agent is still on the call that the list showed. */
async function withCallDetails(
  floor: VicidialFloor,
  agents: AgentSnapshot[],
  most: number,
): Promise<AgentSnapshot[]> {
  const asked = new Set(agents.filter(({ call }) => call !== null).slice(0, most));
  return mapLimited(agents, async (agent) => {
    if (!asked.has(agent)) return agent;
    const read = await attempt(() => floor.readAgent(agent.agentId, false));
    if (!read.ok && read.failure.kind !== 'notFound') throw read.failure;
    const call = read.ok ? read.value.call : null;
    return call?.callId === agent.call?.callId ? { ...agent, call } : agent;
  });
}
