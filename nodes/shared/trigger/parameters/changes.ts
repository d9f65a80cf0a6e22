import type { INodeProperties } from 'n8n-workflow';
import { LOGGED_IN_STATES } from '../../model/AgentState';
import { stateOptions } from '../../node/parameters/agents';

const states = stateOptions([...LOGGED_IN_STATES, 'offline']);

/** Which changes of state start the workflow. */
export const changes: INodeProperties = {
  displayName: 'Changes',
  name: 'changes',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true, sortable: true },
  placeholder: 'Add Change',
  displayOptions: { show: { events: ['stateChange'] } },
  default: { rows: [{ from: [], to: [] }] },
  options: [
    {
      displayName: 'Change',
      name: 'rows',
      values: [
        {
          displayName: 'From',
          name: 'from',
          type: 'multiOptions',
          options: states,
          default: [],
          description: 'The states an agent leaves; none means any. From Offline is a log-in.',
        },
        {
          displayName: 'To',
          name: 'to',
          type: 'multiOptions',
          options: states,
          default: [],
          description: 'The states an agent goes to; none means any. To Offline is a log-out.',
        },
      ],
    },
  ],
  description:
    'Which changes start the workflow. Without a row it is every change. Two changes between two polls are seen as one.',
};
