import {
  NodeConnectionTypes,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type IPollFunctions,
} from 'n8n-workflow';
import { forPoll } from '../shared/node/clientOptions';
import { TRIGGER_DESCRIPTION, TRIGGER_SUBTITLE } from '../shared/trigger/parameters/events';
import { triggerParameters } from '../shared/trigger/parameters/parameters';
import { pollFloor } from '../shared/trigger/poll';
import { createClient, CREDENTIAL } from './api/client';
import { getCampaigns, getUserGroups } from './lists';
import { agentFilterOptions } from './resources/parameters';
import { createSource } from './floor';

export class VicidialTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'VICIdial Trigger',
    name: 'vicidialTrigger',
    icon: { light: 'file:../../icons/vicidial.svg', dark: 'file:../../icons/vicidial.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: TRIGGER_SUBTITLE,
    description: TRIGGER_DESCRIPTION,
    eventTriggerDescription: 'Checks VICIdial at each poll time and starts on what is new',
    defaults: { name: 'VICIdial Trigger' },
    polling: true,
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: CREDENTIAL, required: true }],
    properties: triggerParameters({
      sinceNotice:
        'VICIdial does not tell since when an agent is in a state, so this trigger takes the time itself. An alert comes at the first poll after the limit, and time before the first poll does not count. A pause that begins and ends between two polls is not seen.',
      reasonsName: 'Pause Codes',
      reasonsPlaceholder: 'e.g. BREAK, LUNCH',
      tellsSince: false,
      callsWaiting:
        'The calls that wait for an agent, inbound and answered outbound ones, as far as the API user may see',
      filters: agentFilterOptions.filter(({ name }) => name !== 'states'),
    }),
  };

  methods = { loadOptions: { getCampaigns, getUserGroups } };

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    return pollFloor(this, {
      vendor: 'vicidial',
      vendorName: 'VICIdial',
      createSource: async (context, timeoutSeconds) =>
        createSource(
          createClient(
            context,
            await context.getCredentials(CREDENTIAL),
            forPoll(context, timeoutSeconds),
          ),
        ),
    });
  }
}
