import { range } from 'lodash';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { operationOptions } from '../../../shared/node/parameters/operations';
import { attempt, ContactCenterFailure } from '../../../shared/http/failure';
import { simplify, timeWindow } from '../../../shared/node/parameters/common';
import { windowOf, type Window } from '../../../shared/node/parameters/window';
import { toActivities, type Service } from '../../activity';
import type { Operation } from '../../vendor';
import { ROUTES } from '../../api/endpoints';
import { rocketChatAgent } from '../parameters';

const show = { resource: ['agent'], operation: ['getActivity'] };

const HOUR = 3_600_000;

/** The shortest day there is, one on which clocks go forward. */
const SHORTEST_DAY = 23 * HOUR;

/** As many as a workspace takes in a minute of one route: 8 days, and the end of the last. */
const MOST_REQUESTS = 10;

export const description: INodeProperties[] = [
  {
    displayName:
      'Chats count by when they began. Time available and in service needs the Enterprise licence of Rocket.Chat; without, there are only the chats. Time available has no stretch that still goes on.',
    name: 'totalsNotice',
    type: 'notice',
    default: '',
    displayOptions: { show },
  },
  rocketChatAgent(show, { required: false, description: 'One agent. Leave empty for everyone.' }),
  ...timeWindow(show),
  { ...simplify, displayOptions: { show } },
  operationOptions(show),
];

/** Chats per agent, and with the licence also when each was available and how long in service. */
export async function execute(operation: Operation): Promise<IDataObject[]> {
  const { client, source, read, timezone } = operation;
  const window = windowOf(read, timezone);
  const moments = momentsOf(window);
  const who = read.text('agent', '').trim();
  const username = who === '' ? undefined : String((await source.readAgent(who)).raw.username);
  const span = spanOf(window.from, window.to - 1);
  const { value: chats } = await client.get(ROUTES.chatsPerAgent, span);
  const histories = await historiesOf(operation, moments);
  const service = histories && {
    histories,
    times: (await client.get(ROUTES.serviceTime, span)).value,
  };
  const simple = read.flag('simplify', true);
  return toActivities(chats, service, client.source, window)
    .filter(({ raw }) => username === undefined || raw.username === username)
    .map(({ raw, ...activity }) => (simple ? activity : { ...activity, raw }));
}

/** Both ends belong to it. */
const spanOf = (first: number, last: number) => ({
  start: new Date(first).toISOString(),
  end: new Date(last).toISOString(),
});

/** Moments of which each day that a window touches has one, whatever the server's zone. */
function momentsOf({ from, to }: Window): number[] {
  const moments = [...range(from, to - 1, SHORTEST_DAY), to - 1];
  if (moments.length <= MOST_REQUESTS) return moments;
  throw new ContactCenterFailure(
    'badInput',
    `The time window spans ${Math.ceil((to - from) / (24 * HOUR))} days`,
    'Rocket.Chat is asked day by day of the window and allows ten requests a minute: choose at most 8 days.',
  );
}

/**
 * When agents were available on the server's days of some moments, a day at a time, since of
 * several days the intervals of one only are told.
 *
 * @returns null without the licence
 */
async function historiesOf({ client, hint }: Operation, moments: number[]) {
  const histories: Service['histories'] = [];
  for (const moment of moments) {
    const day = { ...spanOf(moment, moment), fullReport: 'true' };
    const history = await attempt(() => client.get(ROUTES.serviceHistory, day));
    if (!history.ok && history.failure.kind === 'notLicensed') {
      hint(
        'This workspace has no Enterprise licence: time available and in service are not told, only the chats.',
      );
      return null;
    }
    if (!history.ok) throw history.failure;
    histories.push(history.value.value);
  }
  return histories;
}
