import { everybody, queueName, readList } from '../ask.mjs';
import { koreId } from '../ids.mjs';
import { envelope, readCount } from '../paging.mjs';
import { found } from '../replies.mjs';
import { iso } from '../times.mjs';

/** @import { Call } from '../../types.mjs' */
/** @import { Ask, Endpoint } from '../ask.mjs' */

/** @typedef {{ id: string, phone: string, queue: string | null, begins: number, status: string, agentId?: string, ends?: number }} Talk */

/**
 * The conversations that wait, go on or are over, with the least of what the vendor tells.
 * @type {Endpoint}
 */
export const conversations = {
  name: 'conversations',
  method: 'GET',
  path: '/agentassist/api/v1/public/:streamId/conversations',
  scope: 'SmartAssist Analytics',
  run(ask) {
    const { query, faults } = ask;
    const wanted = readList((query.get('status') ?? '').split(','));
    const talks = talksOf(ask).filter(({ status }) => !wanted || wanted.includes(status));
    const start = readCount(query.get('skip'), { otherwise: 0 });
    const limit = readCount(query.get('limit'), { least: 1, most: 100, otherwise: 10 });
    const records = talks.sort((one, other) => other.begins - one.begins);
    return found(
      envelope(
        records.map((talk) => record(ask, talk)),
        { start, limit, faults },
      ),
    );
  },
};

/**
 * @param {Ask} ask
 * @returns {Talk[]}
 */
function talksOf(ask) {
  const { world } = ask;
  const active = everybody(ask).flatMap(({ id, call }) =>
    call ? [{ ...common(call), status: 'ACTIVE', agentId: id }] : [],
  );
  const waiting = world
    .waitingCalls()
    .map(({ id, phone, queue, since }) => ({ id, phone, queue, begins: since, status: 'OPEN' }));
  const closed = [...world.finishedCalls.values()].map((call) => ({
    ...common(call),
    status: 'CLOSED',
    agentId: call.agentId,
    ends: call.startedAt + call.seconds * 1000,
  }));
  return [...active, ...waiting, ...closed];
}

/** @param {Call} call */
const common = ({ id, phone, queue, startedAt }) => ({ id, phone, queue, begins: startedAt });

/**
 * @param {Ask} ask
 * @param {Talk} talk
 */
function record({ world, settings, now }, { id, phone, queue, begins, status, agentId, ends }) {
  const { accountId, orgId, streamId } = settings;
  const ended = ends !== undefined && { endTime: iso(ends) };
  return {
    botId: streamId,
    userId: koreId('customer', phone),
    orgId,
    accountId,
    source: 'korevg',
    _id: koreId('conversation', id),
    status,
    phoneNumber: `+1${phone}`,
    conversationType: 'voice',
    language: 'en',
    waitTime: agentId === undefined ? now - begins : 0,
    queues: queue === null ? [] : [{ id: koreId('queue', queue), name: queueName(world, queue) }],
    participants:
      agentId === undefined
        ? []
        : [
            {
              agentId: koreId('user', agentId),
              name: world.agent(agentId)?.name ?? '',
              status: 'ACTIVE',
              assignedAt: iso(begins),
              startTimeStamp: iso(begins),
              ...(ends !== undefined && { endTimeStamp: iso(ends) }),
            },
          ],
    startTime: iso(begins),
    ...ended,
    createdAt: iso(begins),
    updatedAt: iso(ends ?? now),
  };
}
