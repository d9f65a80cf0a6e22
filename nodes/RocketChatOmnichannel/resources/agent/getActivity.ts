import type { IDataObject } from 'n8n-workflow';
import { attempt } from '../../../shared/http/failure';
import { activityItems } from '../../../shared/node/items';
import type { OperationDefinition } from '../../../shared/node/operation';
import { optionCollection, simplify, timeWindow } from '../../../shared/node/parameters/common';
import * as choices from '../../../shared/node/parameters/operations';
import { windowOf } from '../../../shared/node/parameters/window';
import { toActivities, type Service } from '../../activity';
import { ROUTES } from '../../api/endpoints';
import { momentsOf, spanOf } from '../../time';
import { agentParameter, type Operation } from '../parameters';

export const getActivity: OperationDefinition<Operation> = {
  choice: choices.getActivity(
    'Chats of agents in a time window, and with the licence time in service',
  ),
  properties: [
    {
      displayName:
        'Chats count by when they began. Time available and in service needs the Enterprise licence of Rocket.Chat; without, there are only the chats. Time available has no stretch that still goes on.',
      name: 'totalsNotice',
      type: 'notice',
      default: '',
    },
    agentParameter({ required: false, description: 'One agent. Leave empty for everyone.' }),
    ...timeWindow,
    simplify,
    optionCollection(),
  ],
  execute,
};

/** Chats per agent, and with the licence also when each was available and how long in service. */
async function execute(operation: Operation): Promise<IDataObject[]> {
  const { client, floor, read, timezone } = operation;
  const window = windowOf(read, timezone);
  const moments = momentsOf(window);
  const who = read.text('agent', '').trim();
  const username = who === '' ? undefined : String((await floor.readAgent(who)).raw.username);
  const span = spanOf(window.from, window.to - 1);
  const { value: chats } = await client.get(ROUTES.chatsPerAgent, span);
  const histories = await historiesOf(operation, moments);
  const service = histories && {
    histories,
    times: (await client.get(ROUTES.serviceTime, span)).value,
  };
  const activities = toActivities(chats, service, client.source, window);
  return activityItems(
    activities.filter(({ raw }) => username === undefined || raw.username === username),
    read,
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
