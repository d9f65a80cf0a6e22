import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { ContactCenterFailure } from '../../../shared/http/failure';
import { toIso } from '../../../shared/model/AgentSnapshot';
import type { OperationChoice, OperationDefinition } from '../../../shared/node/operation';
import { optionCollection } from '../../../shared/node/parameters/common';
import { agentParameter, requiredAgentOf, type Operation } from '../parameters';

const NOTICE: INodeProperties = {
  displayName:
    "VICIdial asks the agent's own screen to do this. Check with Get Status a few seconds later.",
  name: 'controlNotice',
  type: 'notice',
  default: '',
};

const PAUSE_CODE: INodeProperties = {
  displayName: 'Pause Code',
  name: 'pauseCode',
  type: 'string',
  default: '',
  required: true,
  placeholder: 'e.g. BREAK',
  description:
    'Up to 6 characters. VICIdial takes any code, also one that the campaign does not have.',
};

/** An operation that acts on an agent: the agent API's function, and the value it takes. */
interface Action {
  choice: OperationChoice;
  calls: string;
  value(operation: Operation): string;
  properties?: INodeProperties[];
}

const ACTIONS: readonly Action[] = [
  {
    choice: {
      name: 'Log Out',
      value: 'logOut',
      description: "Ask an agent's screen to log out",
      action: 'Log out an agent',
    },
    calls: 'logout',
    value: () => 'LOGOUT',
  },
  {
    choice: {
      name: 'Pause',
      value: 'pause',
      description: "Ask an agent's screen to pause",
      action: 'Pause an agent',
    },
    calls: 'external_pause',
    value: () => 'PAUSE',
  },
  {
    choice: {
      name: 'Resume',
      value: 'resume',
      description: "Ask a paused agent's screen to take calls again",
      action: 'Resume an agent',
    },
    calls: 'external_pause',
    value: () => 'RESUME',
  },
  {
    choice: {
      name: 'Set Pause Code',
      value: 'setPauseCode',
      description: 'Give the pause of an agent another code',
      action: 'Set pause code of an agent',
    },
    calls: 'pause_code',
    value: pauseCode,
    properties: [PAUSE_CODE],
  },
];

/** Operations that ask an agent's screen to do something, with VICIdial's word that it is on its way. */
export const control = ACTIONS.map(
  ({ choice, calls, value, properties = [] }): OperationDefinition<Operation> => ({
    choice,
    properties: [
      NOTICE,
      agentParameter({ required: true, description: 'The agent to act on' }),
      ...properties,
      optionCollection(),
    ],
    execute: async (operation): Promise<IDataObject[]> => {
      const agentId = requiredAgentOf(operation);
      const answer = await operation.client.control(calls, agentId, value(operation));
      const { source } = operation.client;
      const [action, at] = [choice.value, toIso(Date.now())];
      return [{ agentId, action, requested: true, answer, vendor: 'vicidial', source, at }];
    },
  }),
);

function pauseCode({ read }: Operation): string {
  const code = read.text('pauseCode', '').trim();
  if (code.length >= 1 && code.length <= 6) return code;
  throw new ContactCenterFailure(
    'badInput',
    'A pause code has 1 to 6 characters',
    'Enter the code itself, as the pause code list of the campaign shows it.',
  );
}
