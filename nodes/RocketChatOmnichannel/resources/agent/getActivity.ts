import { DateTime } from 'luxon';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { operationOptions } from '../../../shared/parameters/operations';
import { attempt, ContactCenterFailure } from '../../../shared/failure';
import { simplify, timeWindow } from '../../../shared/parameters/common';
import { windowOf, type Window } from '../../../shared/parameters/window';
import { toActivities, type DayOfService } from '../../activity';
import type { Operation } from '../../operation';
import { ROUTES } from '../../routes';
import { rocketChatAgent } from '../filters';

const show = { resource: ['agent'], operation: ['getActivity'] };

/** A request a day, and ten a minute are allowed. */
const MOST_DAYS = 10;

export const description: INodeProperties[] = [
  {
    displayName:
      'Rocket.Chat tells totals by whole day of the server. Time available and in service needs its Enterprise licence; without, there are only the chats.',
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
  const days = daysOf(window, timezone);
  const who = read.text('agent', '').trim();
  const username = who === '' ? undefined : String((await source.readAgent(who)).raw.username);
  const span = { start: `${days[0]}T00:00:00.000Z`, end: `${days.at(-1)}T23:59:59.999Z` };
  const { value: chats } = await client.get(ROUTES.chatsPerAgent, span);
  const service = await serviceOf(operation, days);
  const simple = read.flag('simplify', true);
  return toActivities(chats, service, client.source, window)
    .filter(({ raw }) => username === undefined || raw.username === username)
    .map(({ raw, ...activity }) => (simple ? activity : { ...activity, raw }));
}

/** The days a window touches, in the workflow's time zone. */
function daysOf({ from, to }: Window, zone: string): string[] {
  const days: string[] = [];
  const last = DateTime.fromMillis(to - 1, { zone }).startOf('day');
  for (let day = DateTime.fromMillis(from, { zone }).startOf('day'); day <= last; ) {
    days.push(day.toFormat('yyyy-MM-dd'));
    day = day.plus({ days: 1 });
  }
  if (days.length <= MOST_DAYS) return days;
  throw new ContactCenterFailure(
    'badInput',
    `The time window spans ${days.length} days`,
    `Rocket.Chat is asked once a day of the window and allows ten requests a minute: choose at most ${MOST_DAYS} days.`,
  );
}

/** Availability a day at a time, since a longer window gives the intervals of one day only. */
async function serviceOf(operation: Operation, days: string[]): Promise<DayOfService[] | null> {
  const { client, hint } = operation;
  const service: DayOfService[] = [];
  for (const day of days) {
    const span = { start: `${day}T00:00:00.000Z`, end: `${day}T23:59:59.999Z` };
    const history = await attempt(() =>
      client.get(ROUTES.serviceHistory, { ...span, fullReport: 'true' }),
    );
    if (!history.ok && history.failure.kind === 'notLicensed') {
      hint(
        'This workspace has no Enterprise licence: time available and in service are not told, only the chats.',
      );
      return null;
    }
    if (!history.ok) throw history.failure;
    const times = await client.get(ROUTES.serviceTime, span);
    service.push({ history: history.value.value.agents, times: times.value.agents });
  }
  return service;
}
