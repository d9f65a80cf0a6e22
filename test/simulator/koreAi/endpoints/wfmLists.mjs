import { everybody, queuesOf, splitName } from '../ask.mjs';
import { koreId } from '../ids.mjs';
import { pageOf, readCount } from '../paging.mjs';
import { found } from '../replies.mjs';

/** @import { Endpoint } from '../ask.mjs' */

const ACCOUNT = '/agentassist/api/public/analytics/account/:accountId';
const USUAL = 50;

/**
 * The agents as the workforce management sees them: a bare list that does not say whether there is
 * more.
 * @type {Endpoint}
 */
export const wfmAgents = {
  name: 'agents',
  method: 'GET',
  path: `${ACCOUNT}/agents`,
  scope: 'WFM Integration',
  run(ask) {
    const { settings, query, faults } = ask;
    const start = readCount(query.get('offset'), { otherwise: 0 });
    const limit = readCount(query.get('limit'), { least: 1, otherwise: USUAL });
    const { items } = pageOf(everybody(ask), { start, limit, faults });
    return found(
      items.map((agent) => ({
        accountId: settings.accountId,
        agentId: koreId('agent', agent.id),
        ...(settings.wfmUserIds && { userId: koreId('user', agent.id) }),
        ...splitName(agent),
      })),
    );
  },
};

/** @type {Endpoint} */
export const wfmQueues = {
  name: 'queues',
  method: 'GET',
  path: `${ACCOUNT}/queues`,
  scope: 'WFM Integration',
  run({ world, settings }) {
    const key = settings.wfmCase === 'sample' ? 'Description' : 'description';
    return found(
      queuesOf(world).map(({ id, name }) => ({
        accountId: settings.accountId,
        collectionPointId: koreId('queue', id),
        [key]: name,
      })),
    );
  },
};
