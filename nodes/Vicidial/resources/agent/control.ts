import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { operationOptions, type OperationChoice } from '../../../shared/node/parameters/operations';
import { ContactCenterFailure } from '../../../shared/http/failure';
import { toIso } from '../../../shared/model/AgentSnapshot';
import { requiredAgentOf, type Operation } from '../../vendor';
import { vicidialAgent } from '../parameters';

/** Operations that act on an agent: the agent API's function, and the value it takes. */
const ACTIONS = {
  logOut: { calls: 'logout', value: () => 'LOGOUT' },
  pause: { calls: 'external_pause', value: () => 'PAUSE' },
  resume: { calls: 'external_pause', value: () => 'RESUME' },
  setPauseCode: { calls: 'pause_code', value: pauseCode },
} as const;

type Action = keyof typeof ACTIONS;

const show = { resource: ['agent'], operation: Object.keys(ACTIONS) };

export const choices: OperationChoice[] = [
  {
    name: 'Log Out',
    value: 'logOut',
    description: "Ask an agent's screen to log out",
    action: 'Log out an agent',
  },
  {
    name: 'Pause',
    value: 'pause',
    description: "Ask an agent's screen to pause",
    action: 'Pause an agent',
  },
  {
    name: 'Resume',
    value: 'resume',
    description: "Ask a paused agent's screen to take calls again",
    action: 'Resume an agent',
  },
  {
    name: 'Set Pause Code',
    value: 'setPauseCode',
    description: 'Give the pause of an agent another code',
    action: 'Set pause code of an agent',
  },
];

export const description: INodeProperties[] = [
  {
    displayName:
      "VICIdial asks the agent's own screen to do this. Check with Get Status a few seconds later.",
    name: 'controlNotice',
    type: 'notice',
    default: '',
    displayOptions: { show },
  },
  vicidialAgent(show, { required: true, description: 'The agent to act on' }),
  {
    displayName: 'Pause Code',
    name: 'pauseCode',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. BREAK',
    displayOptions: { show: { ...show, operation: ['setPauseCode'] } },
    description:
      'Up to 6 characters. VICIdial takes any code, also one that the campaign does not have.',
  },
  operationOptions(show),
];

/** Sends an agent a request and gives VICIdial's word that it is on its way. */
function act(action: Action) {
  return async (operation: Operation): Promise<IDataObject[]> => {
    const agentId = requiredAgentOf(operation);
    const { calls, value } = ACTIONS[action];
    const answer = await operation.client.control(calls, agentId, value(operation));
    const { source } = operation.client;
    const at = toIso(Date.now());
    return [{ agentId, action, requested: true, answer, vendor: 'vicidial', source, at }];
  };
}

export const logOut = act('logOut');
export const pause = act('pause');
export const resume = act('resume');
export const setPauseCode = act('setPauseCode');

function pauseCode({ read }: Operation): string {
  const code = read.text('pauseCode', '').trim();
  if (code.length >= 1 && code.length <= 6) return code;
  throw new ContactCenterFailure(
    'badInput',
    'A pause code has 1 to 6 characters',
    'Enter the code itself, as the pause code list of the campaign shows it.',
  );
}
