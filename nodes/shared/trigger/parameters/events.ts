import type { INodeProperties } from 'n8n-workflow';

/** What starts the workflow; n8n lists each of them by its action. */
export const TRIGGER_ON: INodeProperties = {
  displayName: 'Trigger On',
  name: 'events',
  type: 'multiOptions',
  required: true,
  noDataExpression: true,
  options: [
    {
      name: 'Agent in a State Too Long',
      value: 'stateTooLong',
      action: 'On agent in a state too long',
      description: 'An agent is paused, or in another state, for longer than a limit',
    },
    {
      name: 'Count Crosses a Limit',
      value: 'countLimit',
      action: 'On count crosses a limit',
      description: 'Too few or too many agents are in a state, or too many calls wait',
    },
    {
      name: 'Agent Changes State',
      value: 'stateChange',
      action: 'On agent changes state',
      description: 'An agent logs in, logs out, or goes from one state to another',
    },
    {
      name: 'Contact Center Unreachable',
      value: 'sourceDown',
      action: 'On contact center unreachable',
      description: 'The contact center cannot be read, and when it can be read again',
    },
  ],
  default: ['stateTooLong'],
  description: 'What starts the workflow',
};

/** What a trigger does, for its description. */
export const TRIGGER_DESCRIPTION =
  'Starts the workflow when an agent is in a state too long, a count crosses a limit or an agent changes state, and when it is over';

/** What a trigger is set to, below its name on the canvas. */
export const TRIGGER_SUBTITLE =
  '={{ $parameter["events"].map((event) => ({ stateTooLong: "state too long", countLimit: "count limit", stateChange: "state change", sourceDown: "unreachable" })[event] ?? event).join(", ") }}';
