import { sumBy, uniq } from 'lodash';
import { DateTime, Interval } from 'luxon';
import type { z } from 'zod';
import type { AgentActivity } from '../shared/model/AgentActivity';
import { toIso } from '../shared/model/AgentSnapshot';
import type { Window } from '../shared/node/parameters/window';
import type { SHAPES } from './api/schemas';

type ChatsPerAgent = z.infer<(typeof SHAPES)['chatsPerAgent']>;

/** What the Enterprise routes answer about a window. */
export interface Service {
  /** Of all the server's days that the window touches; a day may be in it more than once. */
  histories: Array<z.infer<(typeof SHAPES)['serviceHistory']>>;
  times: z.infer<(typeof SHAPES)['serviceTime']>;
}

/**
 * Activity by username, the only name the routes have: chats of the window, and with the licence
 * the time available for service and in service (docs/vendors/rocket-chat.md, Activity).
 *
 * @param service null without the licence
 */
export function toActivities(
  chats: ChatsPerAgent,
  service: Service | null,
  source: string,
  window: Window,
): AgentActivity[] {
  const histories = service?.histories ?? [];
  const times = service === null ? [] : [service.times];
  const usernames = uniq([
    ...Object.keys(chats).filter((name) => typeof chats[name] === 'object'),
    ...[...histories, ...times].flatMap(({ agents }) => agents.map(({ username }) => username)),
  ]).sort();
  return usernames.map((username) => {
    const counted = chats[username];
    const { open = 0, closed = 0, onhold = 0 } = typeof counted === 'object' ? counted : {};
    const mine = <T extends { username: string }>(answers: Array<{ agents: T[] }>) =>
      answers.flatMap(({ agents }) => agents.filter((row) => row.username === username));
    const isTold = (answers: Answer[]) => service !== null && answers.every(tellsOf(username));
    const contacts = (open ?? 0) + (closed ?? 0) + (onhold ?? 0);
    const available = stretchesIn(window, mine(histories));
    // Chats that are still open have no time yet.
    const served = sumBy(mine(times), 'chats');
    const inService = isTold(times) ? sumBy(mine(times), 'serviceTimeDuration') : null;
    return {
      agentId: mine(times)[0]?._id ?? username,
      agentName: username,
      from: toIso(window.from) ?? '',
      to: toIso(window.to) ?? '',
      teams: { campaign: null, userGroup: null },
      contacts,
      sessions: null,
      pauses: null,
      loggedInSeconds: isTold(histories)
        ? Math.round(sumBy(available, (each) => each.length('seconds')))
        : null,
      talkSeconds: inService,
      averageTalkSeconds:
        inService === null || served === 0 ? null : Math.round(inService / served),
      waitSeconds: null,
      wrapUpSeconds: null,
      pauseSeconds: null,
      percentPaused: null,
      vendor: 'rocketChat',
      source,
      raw: {
        username,
        chats: { open: open ?? 0, closed: closed ?? 0, onhold: onhold ?? 0 },
        availableIntervals: available.map(({ start, end }) => ({
          startedAt: toIso(start?.toMillis() ?? null),
          stoppedAt: toIso(end?.toMillis() ?? null),
        })),
      },
    };
  });
}

interface Answer {
  agents: Array<{ username: string }>;
  total?: number | null;
}

/** An answer tells of everybody, or only of those in it: it has fifty agents at most. */
const tellsOf =
  (username: string) =>
  ({ agents, total }: Answer) =>
    agents.length >= (total ?? 0) || agents.some((agent) => agent.username === username);

/**
 * When somebody was available within a window. Stretches that overlap are one: the server writes
 * one down again for each connection that closes, and a day may have been asked for twice.
 */
function stretchesIn({ from, to }: Window, history: Service['histories'][number]['agents']) {
  const window = Interval.fromDateTimes(DateTime.fromMillis(from), DateTime.fromMillis(to));
  const told = history
    .flatMap(({ serviceHistory }) => serviceHistory ?? [])
    .map(({ startedAt, stoppedAt }) => Interval.fromISO(`${startedAt}/${stoppedAt}`))
    .filter(({ isValid }) => isValid);
  return Interval.merge(told).flatMap((each) => each.intersection(window) ?? []);
}
