import { everybody, queuesOf, readList } from '../ask.mjs';
import { koreId } from '../ids.mjs';
import { envelope, readCount } from '../paging.mjs';
import { found, REFUSALS, refuse } from '../replies.mjs';
import { countTypes } from '../status.mjs';

/** @import { Agent } from '../../types.mjs' */
/** @import { Ask, Endpoint } from '../ask.mjs' */

const STREAM = '/agentassist/api/v1/public/:streamId';
const PAGE = 10;

/**
 * The queues with their agents, ten at a time.
 * @type {Endpoint}
 */
export const queueList = {
  name: 'queues/list',
  method: 'GET',
  path: `${STREAM}/queues`,
  scope: 'Configuration',
  run(ask) {
    const { world, settings, query, faults } = ask;
    const page = readCount(query.get('page'), { least: 1, otherwise: 1 });
    const queues = queuesOf(world).map(({ id, name }, index) => ({
      isActive: true,
      isDefault: index === 0,
      name,
      description: name,
      orgId: settings.orgId,
      id: koreId('queue', id),
      agents: agentsIn(ask, [id]).map((agent) => ({
        userId: koreId('user', agent.id),
        name: agent.name,
        isPreferredAgent: false,
      })),
    }));
    const { skip, ...rest } = envelope(queues, { start: (page - 1) * PAGE, limit: PAGE, faults });
    return found({ ...rest, page: skip / PAGE + 1 });
  },
};

/**
 * One queue now: who waits, who is there. Times in milliseconds.
 * @type {Endpoint}
 */
export const queueStats = {
  name: 'monitor/queueStatsById',
  method: 'POST',
  path: `${STREAM}/monitor/queueStatsById/:queueId`,
  scope: 'SmartAssist Analytics',
  run(ask) {
    const { world, path, now } = ask;
    const queue = queuesOf(world).find(({ id }) => koreId('queue', id) === path.queueId);
    if (!queue) return refuse(400, 'Invalid QueueId');
    const agents = agentsIn(ask, [queue.id]);
    const waits = world
      .waitingCalls()
      .filter((call) => call.queue === queue.id)
      .map(({ since }) => now - since);
    return found([
      {
        queueId: path.queueId,
        queueName: queue.name,
        skills: [],
        waiting: waits.length,
        engaged: agents.filter(({ state }) => state === 'busy').length,
        dropOff: 0,
        agentStatus: countTypes(agents),
        noOfAgents: agents.length,
        queueSummary: {
          avgWait: Math.round(waits.reduce((sum, one) => sum + one, 0) / (waits.length || 1)),
          maxWait: Math.max(0, ...waits),
          ASA: 0,
        },
      },
    ]);
  },
};

/**
 * The agents of some queues, or the queues of some agents.
 * @type {Endpoint}
 */
export const queueAgents = {
  name: 'queues/agents',
  method: 'POST',
  path: `${STREAM}/queues/agents`,
  scope: 'Configuration',
  run(ask) {
    const { world, settings, body } = ask;
    const queues = readList(body.queueIds);
    const agents = readList(body.agentIds);
    if (queues) {
      const own = queuesOf(world)
        .map(({ id }) => id)
        .filter((id) => queues.includes(koreId('queue', id)));
      return found(
        agentsIn(ask, own).map((agent) => ({
          userId: koreId('user', agent.id),
          aId: koreId('agent', agent.id),
          name: agent.name,
          profImage: 'no-avatar',
        })),
      );
    }
    if (!agents) return REFUSALS.invalid(settings.invalidStatus);
    const named = everybody(ask).filter(({ id }) => agents.includes(koreId('agent', id)));
    return found(
      [...new Set(named.flatMap((agent) => agent.queues))].map((id) => koreId('queue', id)),
    );
  },
};

/**
 * @param {Ask} ask
 * @param {string[]} queues   the world's ids
 * @returns {Agent[]}
 */
export const agentsIn = (ask, queues) =>
  everybody(ask).filter((agent) => agent.queues.some((id) => queues.includes(id)));
