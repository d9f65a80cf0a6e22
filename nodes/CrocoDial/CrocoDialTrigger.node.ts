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
import { agentsToWatch, groupFilters, pausedStatuses } from './resources/parameters';
import { crocoDial } from './vendor';

export class CrocoDialTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'CROCO-dial / GOautodial Trigger',
    name: 'crocoDialTrigger',
    icon: { light: 'file:../../icons/crocoDial.svg', dark: 'file:../../icons/crocoDial.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: TRIGGER_SUBTITLE,
    description: TRIGGER_DESCRIPTION,
    eventTriggerDescription:
      'Checks CROCO-dial or GOautodial at each poll time and starts on what is new',
    defaults: { name: 'CROCO-dial / GOautodial Trigger' },
    polling: true,
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: crocoDial.credential, required: true }],
    properties: triggerParameters({
      sinceNotice:
        'GOautodial tells since when an agent is in a state. CROCO-dial does not, so there this trigger takes the time itself: an alert comes at the first poll after the limit, and time before the first poll does not count. A pause that begins and ends between two polls is not seen.',
      reasonsName: 'Pause Codes',
      reasonsPlaceholder: 'e.g. BREAK, LUNCH',
      tellsSince: true,
      watch: [agentsToWatch],
      filters: groupFilters,
      options: [pausedStatuses],
    }),
  };

  methods = { loadOptions: { getCampaigns, getUserGroups } };

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    return pollFloor(this, crocoDial);
  }
}
