import {
  NodeConnectionTypes,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type IPollFunctions,
} from 'n8n-workflow';
import { TRIGGER_DESCRIPTION, TRIGGER_SUBTITLE } from '../shared/trigger/parameters/events';
import { triggerParameters } from '../shared/trigger/parameters/parameters';
import { pollFloor } from '../shared/trigger/poll';
import { getDepartments } from './lists';
import { departmentFilter } from './resources/parameters';
import { rocketChat } from './vendor';

export class RocketChatOmnichannelTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Rocket.Chat Omnichannel Trigger',
    name: 'rocketChatOmnichannelTrigger',
    icon: {
      light: 'file:../../icons/rocketChat.svg',
      dark: 'file:../../icons/rocketChat.dark.svg',
    },
    group: ['trigger'],
    version: 1,
    subtitle: TRIGGER_SUBTITLE,
    description: TRIGGER_DESCRIPTION,
    eventTriggerDescription: 'Checks Rocket.Chat at each poll time and starts on what is new',
    defaults: { name: 'Rocket.Chat Omnichannel Trigger' },
    polling: true,
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: rocketChat.credential, required: true }],
    properties: triggerParameters({
      sinceNotice:
        'Rocket.Chat does not tell since when an agent is in a state, so this trigger takes the time itself. An alert comes at the first poll after the limit, and time before the first poll does not count. Paused means switched off for chats, away, or busy by hand.',
      reasonsName: 'Pause Reasons',
      reasonsPlaceholder: 'e.g. not-available, away, busy',
      tellsSince: false,
      callsWaiting: 'The chats that wait in the queue, of the departments in the filters or of all',
      filters: departmentFilter,
    }),
  };

  methods = { loadOptions: { getDepartments } };

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    return pollFloor(this, rocketChat);
  }
}
