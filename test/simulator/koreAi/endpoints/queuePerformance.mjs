import { queuesOf, readList } from '../ask.mjs';
import { koreId } from '../ids.mjs';
import { pageOf, readCount } from '../paging.mjs';
import { found, REFUSALS } from '../replies.mjs';
import { countTypes } from '../status.mjs';
import { readMoment } from '../times.mjs';
import { agentsIn } from './queues.mjs';

/** @import { FinishedCall } from '../../types.mjs' */
/** @import { Ask, Endpoint } from '../ask.mjs' */

const DAY = 86_400_000;
const DIRECTIONS = /** @type {const} */ (['Inbound', 'Outbound']);

/** What says which row it is, whatever `projection` asks for. */
const DIMENSIONS = ['queueId', 'queueName', 'channel', 'direction'];

/**
 * A row per queue and direction, all of them calls. The counts of agents are the queue's and come
 * again in each of its rows.
 * @type {Endpoint}
 */
export const queuePerformance = {
  name: 'queue-performance',
  method: 'POST',
  path: '/agentassist/api/public/analytics/account/:accountId/queue-performance',
  scope: 'Configuration',
  run(ask) {
    const { settings, query, body, faults } = ask;
    const from = readMoment(body.startDate);
    const to = readMoment(body.endDate);
    if (!(from <= to && to - from <= DAY)) return REFUSALS.invalid(settings.invalidStatus);

    const limit = readCount(body.limit, { least: 1, most: 1000, otherwise: 100 });
    const offset = readCount(body.offset, { otherwise: 0 });
    const rows = rowsOf(ask, from, to).sort(byName(query.get('sortBy') ?? body.sortBy));
    const { items, hasMore, total } = pageOf(rows, { start: offset, limit, faults });
    const projection = readList(body.projection);
    return found({
      finalResult: items.map((row) => project(row, projection)),
      hasMore,
      offset,
      limit,
      totalResults: total,
    });
  },
};

/**
 * @param {Ask} ask
 * @param {number} from
 * @param {number} to
 */
function rowsOf(ask, from, to) {
  const { world, body } = ask;
  const queues = readList(body.queues);
  const channels = readList(body.channels);
  const directions = readList(body.direction);
  if (channels && !channels.includes('Voice')) return [];
  const wanted = DIRECTIONS.filter(
    (one) => !directions || directions.includes(one) || directions.includes('Both'),
  );
  return queuesOf(world)
    .filter(({ id }) => !queues || queues.includes(koreId('queue', id)))
    .flatMap((queue) => wanted.map((direction) => rowOf(ask, queue, direction, from, to)));
}

/**
 * @param {Ask} ask
 * @param {{ id: string, name: string }} queue
 * @param {typeof DIRECTIONS[number]} direction
 * @param {number} from
 * @param {number} to
 */
function rowOf(ask, queue, direction, from, to) {
  const { world } = ask;
  const agents = agentsIn(ask, [queue.id]);
  const kind = direction.toLowerCase();
  const done = [...world.finishedCalls.values()].filter(
    (call) =>
      call.direction === kind &&
      queueOf(ask, call) === queue.id &&
      call.startedAt >= from &&
      call.startedAt <= to,
  );
  const ongoing = agents.filter(({ call }) => call?.direction === kind).length;
  const waiting = world.waitingCalls().filter((call) => call.queue === queue.id);
  const inQueue = direction === 'Inbound' ? waiting.length : 0;
  const seconds = done.reduce((sum, call) => sum + call.seconds, 0);
  return {
    queueId: koreId('queue', queue.id),
    queueName: queue.name,
    channel: 'Voice',
    direction,
    agentStatusCount: countTypes(agents),
    totalConversation: done.length + ongoing,
    waiting: inQueue,
    ongoing,
    idle: 0,
    expired: 0,
    completed: done.length,
    transferred: 0,
    abandonedInQueue: 0,
    overdue: 0,
    systemTermination: {
      outOfBusinessHours: 0,
      noAgentsAvailable: 0,
      networkFailure: 0,
      voiceGatewayError: 0,
      Others: 0,
    },
    ASA: 0,
    AHT: done.length > 0 ? Math.round((seconds * 1000) / done.length) : 0,
    accepted: done.length,
    answered: done.length,
    queueLoad: inQueue + ongoing,
    resolved: done.length > 0 ? 100 : 0,
    skillsInQueue: [],
    topSkills: [],
    SLA: direction === 'Inbound' ? 100 : 'N/A',
  };
}

/**
 * The queue a call belongs to; one that went out, to the first of its campaign's.
 *
 * @param {Ask} ask
 * @param {FinishedCall} call
 */
const queueOf = ({ world }, { queue, campaign }) =>
  queue ?? world.campaigns.get(campaign)?.queues[0];

/**
 * @param {unknown} sortBy   field:direction; the name of the queue is the only field that sorts
 * @returns {(one: { queueName: string }, other: { queueName: string }) => number}
 */
function byName(sortBy) {
  const [field, direction] = String(sortBy ?? '').split(':');
  if (field !== 'queueName') return () => 0;
  const sign = direction === 'desc' ? -1 : 1;
  return (one, other) => sign * one.queueName.localeCompare(other.queueName);
}

/**
 * @param {object} row
 * @param {string[] | null} projection
 */
function project(row, projection) {
  if (!projection) return row;
  const kept = [...DIMENSIONS, ...projection];
  return Object.fromEntries(Object.entries(row).filter(([name]) => kept.includes(name)));
}
