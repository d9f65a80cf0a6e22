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
import { getQueues } from './lists';
import { queueFilterOptions } from './resources/parameters';
import { createSource } from './floor';

export class KoreAiTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Kore.ai Contact Center Trigger',
    name: 'koreAiTrigger',
    icon: { light: 'file:../../icons/koreAi.svg', dark: 'file:../../icons/koreAi.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: TRIGGER_SUBTITLE,
    description: TRIGGER_DESCRIPTION,
    eventTriggerDescription: 'Checks Kore.ai at each poll time and starts on what is new',
    defaults: { name: 'Kore.ai Contact Center Trigger' },
    polling: true,
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: CREDENTIAL, required: true }],
    properties: triggerParameters({
      sinceNotice:
        'Kore.ai tells since when an agent is in a status, so time before the first poll counts. An alert comes at the first poll after the limit. A pause that begins and ends between two polls is not seen. Each poll takes 1 request and 1 more per 50 agents in the states watched; Kore.ai allows 60 a minute for the whole account.',
      reasonsName: 'Custom Statuses',
      reasonsPlaceholder: 'e.g. Lunch, Training',
      tellsSince: true,
      callsWaiting: 'The contacts that wait in the queues of the filters, or in all queues',
      filters: queueFilterOptions,
    }),
  };

  methods = { loadOptions: { getQueues } };

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    return pollFloor(this, {
      vendor: 'koreAi',
      vendorName: 'Kore.ai',
      createSource: async (context, timeoutSeconds) => {
        const read = parameterReader((name) => context.getNodeParameter(name, null));
        const queues = picked(read, 'filters.queues', 'filters.queueIds');
        const client = createClient(
          context,
          await context.getCredentials(CREDENTIAL),
          forPoll(context, timeoutSeconds),
        );
        return createSource(client, queues);
      },
    });
  }
}
