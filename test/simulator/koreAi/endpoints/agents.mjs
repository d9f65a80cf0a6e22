import { customIdOf, everybody } from '../ask.mjs';
import { koreId } from '../ids.mjs';
import { envelope, readCount } from '../paging.mjs';
import { found, refuse } from '../replies.mjs';
import { fullRecord, listRecord } from './agentRecord.mjs';

/** @import { Endpoint } from '../ask.mjs' */

const STREAM = '/agentassist/api/v1/public/:streamId';
const PAGE = 10;

/**
 * Everybody with what they are now, ten at a time.
 * @type {Endpoint}
 */
export const agentList = {
  name: 'organizations/agents',
  method: 'GET',
  path: `${STREAM}/organizations/:orgId/agents`,
  scope: 'SmartAssist Analytics',
  run(ask) {
    const { settings, path, query, faults } = ask;
    if (path.orgId !== settings.orgId) return refuse(400, 'Invalid OrgId');
    const page = readCount(query.get('page'), { least: 1, otherwise: 1 });
    const withQueues = /^true$/i.test(query.get('includeQueues') ?? '');
    const records = everybody(ask).map((agent) => listRecord(ask, agent, withQueues));
    return found(envelope(records, { start: (page - 1) * PAGE, limit: PAGE, faults }));
  },
};

/**
 * One agent, with the secrets of its telephone.
 * @type {Endpoint}
 */
export const oneAgent = {
  name: 'agents/one',
  method: 'GET',
  path: `${STREAM}/agents/:agentId`,
  scope: 'SmartAssist Analytics',
  run(ask) {
    const agent = everybody(ask).find(({ id }) => koreId('agent', id) === ask.path.agentId);
    return agent ? found(fullRecord(ask, agent)) : refuse(404, 'Agent not found');
  },
};

/**
 * Whoever has a number of the customer's own, with the same secrets.
 * @type {Endpoint}
 */
export const agentsByCustomId = {
  name: 'agents/customId',
  method: 'GET',
  path: `${STREAM}/agents/customId/:customId`,
  scope: 'Configuration',
  run(ask) {
    const { customId } = ask.path;
    return found(
      everybody(ask)
        .filter((agent) => customIdOf(agent) === customId)
        .map((agent) => fullRecord(ask, agent)),
    );
  },
};
