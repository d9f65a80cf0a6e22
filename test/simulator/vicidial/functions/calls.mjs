import { asBinary } from '../../http/phpParams.mjs';
import { campaignsOf, inList, RIGHTS } from '../ask.mjs';
import { localTime } from '../settings.mjs';

/** @import { ApiFunction } from '../ask.mjs' */

const CALL_ID = /^(?:Y|J|V|M|DC|S|LP|VH|XL)/;

/** How VICIdial calls a call, by the first letter of its id. */
const CALL_TYPES = new Map([
  ['Y', 'INBOUND'],
  ['M', 'OUTBOUND_MANUAL'],
]);

/**
 * `callid_info`: how long a customer was on a call, and more with `detail=YES`.
 * @type {ApiFunction}
 */
export const callidInfo = {
  may: RIGHTS.reports,
  denial: 'GET CALL INFO',
  run({ params, userSent, world, settings, crashed }) {
    const id = params.call_id ?? '';
    if (id.length < 18 || id.length > 39 || !CALL_ID.test(id)) {
      return { error: `callid_info INVALID SEARCH PARAMETERS: ${userSent}|${id}` };
    }
    const call = crashed ? undefined : world.finishedCalls.get(id);
    if (!call) {
      const open = [...world.roster()].some((agent) => agent.call?.id === id);
      return { error: `callid_info CALL ${open ? 'LOG ' : ''}NOT FOUND: ${userSent}|` };
    }
    const cells = [id, String(call.seconds)];
    if (params.detail !== 'YES') return { columns: ['call_id', 'custtime'], rows: [cells] };
    return {
      columns: [
        'call_id',
        'custtime',
        'call_date',
        'phone',
        'call_type',
        'campaign_id',
        'list_id',
        'status',
        'user',
      ],
      rows: [
        [
          ...cells,
          localTime(call.startedAt, settings),
          call.phone,
          CALL_TYPES.get(id.charAt(0)) ?? 'OUTBOUND_AUTO',
          call.queue ?? call.campaign,
          call.list,
          call.outcome,
          asBinary(call.agentId),
        ],
      ],
    };
  },
};

/**
 * `campaigns_list`: the campaigns the API user may see, inactive ones too.
 * @type {ApiFunction}
 */
export const campaignsList = {
  may: RIGHTS.campaigns,
  denial: 'GET CAMPAIGN INFO',
  run({ params, user, userSent, world, crashed }) {
    const only = params.campaign_id ?? '';
    const seen = [...world.campaigns.values()].filter(
      ({ id }) => inList(campaignsOf(user), id) && (only === '' || inList([only], id)),
    );
    if (seen.length === 0 || crashed) {
      return { error: `campaigns_list THIS USER HAS NO VIEWABLE CAMPAIGNS: ${userSent}|` };
    }
    return {
      columns: [
        'campaign_id',
        'campaign_name',
        'active',
        'user_group',
        'dial_method',
        'dial_level',
        'lead_order',
        'dial_statuses',
        'dial_timeout',
        'dial_prefix',
        'manual_dial_prefix',
        'three_way_dial_prefix',
      ],
      rows: seen.map((campaign) => {
        const extras = campaign.extras?.vicidial ?? {};
        const inbound = campaign.direction === 'inbound';
        return [
          asBinary(campaign.id),
          asBinary(campaign.name),
          campaign.active ? 'Y' : 'N',
          '---ALL---',
          extras.dialMethod ?? (inbound ? 'INBOUND_MAN' : 'RATIO'),
          extras.dialLevel ?? (inbound ? '0' : '1'),
          'DOWN',
          extras.dialStatuses ?? 'NEW',
          '60',
          '9',
          '',
          '',
        ];
      }),
    };
  },
};
