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
import { getCampaigns, getUserGroups } from './lists';
import { groupFilters } from './resources/parameters';
import { vicidial } from './vendor';

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
    credentials: [{ name: vicidial.credential, required: true }],
    properties: triggerParameters({
      sinceNotice:
        'VICIdial does not tell since when an agent is in a state, so this trigger takes the time itself. An alert comes at the first poll after the limit, and time before the first poll does not count. A pause that begins and ends between two polls is not seen.',
      reasonsName: 'Pause Codes',
      reasonsPlaceholder: 'e.g. BREAK, LUNCH',
      tellsSince: false,
      callsWaiting:
        'The calls that wait for an agent, inbound and answered outbound ones, as far as the API user may see',
      filters: groupFilters,
    }),
  };

  methods = { loadOptions: { getCampaigns, getUserGroups } };

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    return pollFloor(this, vicidial);
  }
}
