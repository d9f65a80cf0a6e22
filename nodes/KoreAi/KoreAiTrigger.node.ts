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
import { getQueues } from './lists';
import { queueFilter } from './resources/parameters';
import { koreAi } from './vendor';

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
    credentials: [{ name: koreAi.credential, required: true }],
    properties: triggerParameters({
      sinceNotice:
        'Kore.ai tells since when an agent is in a status, so time before the first poll counts. An alert comes at the first poll after the limit. A pause that begins and ends between two polls is not seen. Each poll takes 1 request and 1 more per 50 agents in the states watched; Kore.ai allows 60 a minute for the whole account.',
      reasonsName: 'Custom Statuses',
      reasonsPlaceholder: 'e.g. Lunch, Training',
      tellsSince: true,
      callsWaiting: 'The contacts that wait in the queues of the filters, or in all queues',
      filters: queueFilter,
    }),
  };

  methods = { loadOptions: { getQueues } };

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    return pollFloor(this, koreAi);
  }
}
