import { asBinary } from '../../http/phpParams.mjs';
import { inList, liveRowsOf, RIGHTS, visibleAgent } from '../ask.mjs';
import { fullName, userLevel } from '../liveAgents.mjs';

/** @import { Agent } from '../../types.mjs' */
/** @import { ApiFunction, Ask } from '../ask.mjs' */

/**
 * `user_details`: who an agent is, signed in or not. The id comes back as it was sent.
 * @type {ApiFunction}
 */
export const userDetails = {
  may: RIGHTS.reports,
  denial: 'GET USER DETAILS',
  run(ask) {
    const { params, userSent } = ask;
    const id = params.agent_user ?? '';
    if (id === '') return { error: `user_details INVALID SEARCH PARAMETERS: ${userSent}|` };
    const agent = visibleAgent(ask, id);
    if (!agent) return { error: `user_details USER NOT FOUND: ${userSent}|${id}` };
    const active = agent.extras.vicidial?.active === false ? 'N' : 'Y';
    return {
      columns: ['user', 'full_name', 'user_group', 'user_level', 'active'],
      rows: [[id, fullName(agent), asBinary(agent.group), userLevel(agent), active]],
    };
  },
};

/**
 * `agent_campaigns`: the campaigns an agent may log in to, and their in-groups.
 * @type {ApiFunction}
 */
export const agentCampaigns = {
  may: RIGHTS.users,
  denial: 'GET AGENT INFO',
  run(ask) {
    const { params, userSent, world } = ask;
    const { agent_user: id = '', campaign_id: only = '', ignore_agentdirect: ignore } = params;
    const agent = visibleAgent(ask, id);
    if (!agent) return { error: `agent_campaigns AGENT USER DOES NOT EXIST: |${userSent}|${id}` };
    const campaigns = [...world.campaigns.values()].filter(
      (campaign) => campaign.active && (only === '' || inList([only], campaign.id)),
    );
    if (campaigns.length === 0) {
      return {
        error: `agent_campaigns THIS AGENT USER HAS NO AVAILABLE CAMPAIGNS: ${id}|${userSent}|`,
      };
    }
    const queues = new Set(campaigns.flatMap((campaign) => campaign.queues));
    if (ignore === 'Y') queues.delete('AGENTDIRECT');
    return {
      columns: ['user', 'allowed_campaigns_list', 'allowed_ingroups_list'],
      rows: [[id, campaigns.map((one) => one.id).join('-'), [...queues].sort().join('-')]],
    };
  },
};

/**
 * `agent_ingroup_info`: the in-groups an agent has chosen; plain text only for `stage=text`.
 * @type {ApiFunction}
 */
export const agentIngroupInfo = {
  may: RIGHTS.api,
  denial: 'GET AGENT INFO',
  run(ask) {
    const { params, userSent } = ask;
    const id = params.agent_user ?? '';
    const agent = signedIn(ask, id);
    if (!agent) return { error: `agent_ingroup_info INVALID USER ID - ${id}|${userSent}` };
    const chosen = agent.queues.map((queue) => ` ${asBinary(queue)}`).join('');
    const lines = [
      `SELECTED INGROUPS: ${chosen} -`,
      'OUTBOUND AUTODIAL: N',
      'MANAGER OVERRIDE: N',
      'MANAGER: ',
    ];
    if (params.stage === 'text') return { text: `SUCCESS:  - ${id}|text\n${lines.join('\n')}\n\n` };
    const cells = lines.map((line) => `<TR><TD>${line}</TD></TR>\n`).join('');
    return { text: `<HTML><BODY>\n<TABLE>\n${cells}</TABLE>\n</BODY></HTML>\n` };
  },
};

/**
 * @param {Ask} ask
 * @param {string} id
 * @returns {Agent | undefined}
 */
function signedIn(ask, id) {
  const agent = visibleAgent(ask, id);
  return liveRowsOf(ask).find((row) => row.agent === agent)?.agent;
}
