import type { IDataObject } from 'n8n-workflow';
import { countAgents, countsToItem, type AgentCounts } from '../../../shared/model/AgentCounts';
import { AGENT_STATES } from '../../../shared/model/AgentState';
import type { OperationDefinition } from '../../../shared/node/operation';
import { optionCollection } from '../../../shared/node/parameters/common';
import { GET_COUNTS } from '../../../shared/node/parameters/operations';
import { ROUTES } from '../../api/endpoints';
import { countQueued } from '../../counts';
import type { Operation } from '../parameters';

export const getCounts: OperationDefinition<Operation> = {
  choice: GET_COUNTS,
  properties: [
    {
      displayName: 'Department Name or ID',
      name: 'department',
      type: 'options',
      typeOptions: { loadOptionsMethod: 'getDepartments' },
      default: '',
      description:
        'Only agents of this department; empty means everyone. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
    },
    optionCollection([
      {
        displayName: 'Count States',
        name: 'countStates',
        type: 'boolean',
        default: true,
        description:
          "Whether to count agents by state, from the list of agents. Without, there are only Rocket.Chat's own figures, in two requests.",
      },
    ]),
  ],
  execute,
};

/**
 * Rocket.Chat's own counts of agents and queued chats, and ours beside, which tell offline from
 * switched off.
 */
async function execute(operation: Operation): Promise<IDataObject[]> {
  const { client, floor, read } = operation;
  const department = read.text('department', '').trim();
  const departments = department === '' ? [] : [department];
  const [departmentId] = departments;
  const { value, receivedAt, clockOffset } = await client.get(
    ROUTES.agentsStatus,
    departmentId === undefined ? {} : { departmentId },
  );
  const { available = 0, away = 0, busy = 0, offline = 0 } = value;
  if (value.available === undefined && department !== '') {
    operation.hint('Rocket.Chat told no figures: it knows no agent of this department.');
  }
  const callsWaiting = await countQueued(client, departments, receivedAt - clockOffset);
  const counts = read.flag('options.countStates', true)
    ? await countStates(operation, department)
    : NOT_COUNTED;
  const group =
    department === '' ? { by: 'everyone', id: null } : { by: 'department', id: department };
  const figures = { ...counts, callsWaiting, vendor: { available, away, busy, offline } };
  return [countsToItem(group, figures, floor.id, receivedAt)];
}

const NOT_COUNTED: Record<keyof AgentCounts, null> = {
  ready: null,
  busy: null,
  wrapUp: null,
  paused: null,
  offline: null,
  unknown: null,
  loggedIn: null,
  total: null,
  percentPaused: null,
  callsWaiting: null,
  vendor: null,
};

async function countStates({ floor }: Operation, department: string): Promise<AgentCounts> {
  const { agents } = await floor.readAgents(AGENT_STATES);
  const counted = agents.filter(
    ({ teams }) => department === '' || teams.departments.includes(department),
  );
  return countAgents(counted, floor.hasRoster);
}
