import {
  NodeConnectionTypes,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type IPollFunctions,
} from 'n8n-workflow';
import { forPoll } from '../shared/node/clientOptions';
import { parameterReader, picked } from '../shared/node/parameters/read';
import { TRIGGER_DESCRIPTION, TRIGGER_SUBTITLE } from '../shared/trigger/parameters/events';
import { triggerParameters } from '../shared/trigger/parameters/parameters';
import { pollFloor } from '../shared/trigger/poll';
import { createClient, CREDENTIAL } from './api/client';
import { getDepartments } from './lists';
import { departmentFilters } from './resources/parameters';
import { createSource } from './floor';

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
    credentials: [{ name: CREDENTIAL, required: true }],
    properties: triggerParameters({
      sinceNotice:
        'Rocket.Chat does not tell since when an agent is in a state, so this trigger takes the time itself. An alert comes at the first poll after the limit, and time before the first poll does not count. Paused means switched off for chats, away, or busy by hand.',
      reasonsName: 'Pause Reasons',
      reasonsPlaceholder: 'e.g. not-available, away, busy',
      tellsSince: false,
      callsWaiting: 'The chats that wait in the queue, of the departments in the filters or of all',
      filters: departmentFilters,
    }),
  };

  methods = { loadOptions: { getDepartments } };

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    return pollFloor(this, {
      vendor: 'rocketChat',
      vendorName: 'Rocket.Chat',
      createSource: async (context, timeoutSeconds) => {
        const read = parameterReader((name) => context.getNodeParameter(name, null));
        const departments = picked(read, 'filters.departments', 'filters.departmentIds');
        const client = createClient(
          context,
          await context.getCredentials(CREDENTIAL),
          forPoll(context, timeoutSeconds),
        );
        return createSource(client, departments);
      },
    });
  }
}
