import { groupBy, omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { ContactCenterFailure } from '../../../shared/http/failure';
import { mapLimited } from '../../../shared/http/mapLimited';
import type { OperationDefinition } from '../../../shared/node/operation';
import { optionCollection, simplify, timeWindow } from '../../../shared/node/parameters/common';
import * as choices from '../../../shared/node/parameters/operations';
import { windowOf, type Window } from '../../../shared/node/parameters/window';
import { eventsByAgent, stretchesOf, toActivity } from '../../activity';
import type { Person } from '../../agents';
import { ROUTES } from '../../api/endpoints';
import { readDay } from '../../pages';
import type { DetailsRecord } from '../../api/schemas';
import { isSame, noSuchAgent } from '../../floor';
import { peopleByAgentId } from '../../people';
import { toSegments } from '../../segments';
import { daysOf } from '../../time';
import { agentParameter, emailOf, type Operation } from '../parameters';

/** A month of an account of 50 agents: half of what Kore.ai allows in a minute. */
const MOST_DAYS = 31;

export const getActivity: OperationDefinition<Operation> = {
  choice: choices.getActivity(
    'What agents did in a time window: each status with its times, and totals',
  ),
  properties: [
    agentParameter({ required: false, description: 'One agent. Leave empty for everyone.' }),
    ...timeWindow,
    simplify,
    optionCollection([
      {
        displayName: 'Include Change Events',
        name: 'includeEvents',
        type: 'boolean',
        default: false,
        description:
          'Whether to add the status changes as Kore.ai reports them to workforce management. Takes two more requests and the API scope "WFM Integration".',
      },
    ]),
  ],
  execute,
};

/** What agents did in a time window: a status report per day, 50 agents a page. */
async function execute(operation: Operation): Promise<IDataObject[]> {
  const { client, read } = operation;
  const window = windowOf(read, operation.timezone);
  const days = daysOf(window, client.zone);
  if (days.length > MOST_DAYS) throw tooManyDays(days.length);
  const email = await emailOf(operation);
  const reports = await mapLimited(days, (day) =>
    readDay(client, day, email ? [email] : undefined),
  );
  const records = reports
    .flatMap(({ value }) => value)
    .filter((record) => email === '' || isSame(record.email, email));
  if (email !== '' && records.length === 0) throw noSuchAgent(email);
  const [clockOffset = 0] = reports.map((report) => report.clockOffset);
  const activities = Object.values(groupBy(records, ({ userId }) => userId)).map((own) =>
    activityOf(operation, own, window, clockOffset),
  );
  return read.flag('options.includeEvents', false)
    ? withEvents(operation, activities, window, email)
    : activities;
}

/** One agent's records of several days as an item. */
function activityOf(
  { client, read }: Operation,
  records: DetailsRecord[],
  window: Window,
  clockOffset: number,
): IDataObject {
  const status = records.flatMap((record) => record.status ?? []);
  const segments = toSegments(status, client.zone).map(({ from, to, ...segment }) => ({
    ...segment,
    from: from + clockOffset,
    to: to === null ? null : to + clockOffset,
  }));
  const stretches = stretchesOf(segments, window, Date.now());
  const [person] = records;
  if (person === undefined) return {};
  const { raw, ...activity } = toActivity(person, stretches, client.source, window);
  return read.flag('simplify', true) ? activity : { ...activity, raw: { ...raw, status } };
}

/** Adds each agent's change events; those of agents without a report are items of their own. */
async function withEvents(
  { client, floor }: Operation,
  activities: IDataObject[],
  window: Window,
  email: string,
): Promise<IDataObject[]> {
  const query = {
    fromTimeStamp: new Date(window.from).toISOString(),
    toTimeStamp: new Date(window.to).toISOString(),
  };
  const told = await client.ask(ROUTES.activity, { query });
  const people = await peopleByAgentId(client, floor);
  const events = Object.entries(eventsByAgent(told.value.agentUpdates, told.clockOffset)).map(
    ([agentId, list]) => ({ person: people.get(agentId), agentId, list }),
  );
  const known = new Set(activities.map(({ agentId }) => agentId));
  const withTheirs = activities.map((activity) => ({
    ...activity,
    events: events.find(({ person }) => person?.userId === activity.agentId)?.list ?? [],
  }));
  const others = events
    .filter(({ person }) => person === undefined || !known.has(person.userId))
    .filter(({ person }) => email === '' || isSame(person?.email ?? null, email))
    .map(({ person, agentId, list }) => ({
      ...omit(toActivity(person ?? unlisted(agentId), [], client.source, window), 'raw'),
      events: list,
    }));
  return [...withTheirs, ...others];
}

/** Somebody whom no list tells any more. */
function unlisted(agentId: string): Person {
  return { userId: agentId, email: null, firstName: null, lastName: null, customId: null };
}

function tooManyDays(days: number): ContactCenterFailure {
  return new ContactCenterFailure(
    'badInput',
    `The time window has ${days} days, and ${MOST_DAYS} is the most`,
    'Each day takes a request of its own, and Kore.ai allows 60 a minute. Choose a shorter window.',
  );
}
