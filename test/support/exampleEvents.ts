import type { IDataObject } from 'n8n-workflow';
import { ContactCenterFailure } from '../../nodes/shared/http/failure';
import type { AgentSnapshot } from '../../nodes/shared/model/AgentSnapshot';
import type { Observation } from '../../nodes/shared/trigger/context';
import type { OutageEvent, TriggerEvent } from '../../nodes/shared/trigger/events';
import { floorCounts } from '../../nodes/shared/trigger/floorCounts';
import { beat } from '../../nodes/shared/trigger/heartbeat';
import { toItem } from '../../nodes/shared/trigger/items/items';
import { agent, at, MINUTE, watch } from './floor';

const options = {
  vendor: 'vicidial',
  vendorName: 'VICIdial',
  source: 'vicidial:dialer.example.com:n8n',
  agentKey: (id: string) => id.toLowerCase(),
  simplify: true,
  includePersonalData: false,
};

/** Maria Lopez, as VICIdial tells of her. */
function maria(minute: number, fields: Partial<AgentSnapshot>): AgentSnapshot {
  return agent('1001', 'ready', {
    agentName: 'Maria Lopez',
    vendor: options.vendor,
    source: options.source,
    vendorStatus: 'READY',
    routable: true,
    teams: { campaign: 'SALES', userGroup: 'AGENTS', departments: [], queues: [] },
    callsToday: 3,
    session: { id: '8600051', ip: null },
    observedAt: at(minute),
    ...fields,
  });
}

const onBreak: Partial<AgentSnapshot> = {
  state: 'paused',
  reason: 'BREAK',
  vendorStatus: 'PAUSED',
  routable: false,
};

const others = (busy: number) =>
  Array.from({ length: busy }, (_, index) => agent(`10${index + 10}`, 'busy'));

/** An item of every kind of event, each from a story in which it comes about. */
export function exampleEvents(): Map<string, IDataObject> {
  const items = new Map<string, IDataObject>();
  const tell = (events: TriggerEvent[], counts: IDataObject | null, suffix = '') => {
    for (const event of events) items.set(event.event + suffix, toItem(event, options, counts));
  };

  const pauses = watch({
    rows: [{ minutes: 10 }, { minutes: 20, severity: 'critical' }],
    repeatMs: 15 * MINUTE,
  });
  for (let minute = 0; minute <= 40; minute += 1) {
    const now = maria(minute, minute === 0 || minute === 40 ? {} : onBreak);
    tell(pauses.look(at(minute), [now]), null);
  }

  const changes = watch({ changes: [{ from: [], to: [] }] });
  for (let minute = 0; minute <= 12; minute += 1) {
    tell(changes.look(at(minute), [maria(minute, minute === 12 ? onBreak : {})]), null);
  }

  const counts = watch({ counts: [{}] });
  for (let minute = 0; minute <= 9; minute += 1) {
    const isShort = minute >= 3 && minute <= 7;
    const agents = [maria(minute, isShort ? onBreak : {}), ...others(6)];
    tell(counts.look(at(minute), agents), countsOf(agents), ' (count)');
  }

  const failure = new ContactCenterFailure(
    'timeout',
    'VICIdial did not answer in time',
    'Check the server, or raise Request Timeout under Options.',
  );
  const outage = { since: at(0), idStart: at(0) / 1000, polls: 3, told: 'item' as const };
  const down: OutageEvent = {
    type: 'sourceDown',
    event: 'sourceDown',
    at: at(2),
    outage,
    downAfter: 3,
    failure,
  };
  const over: OutageEvent = {
    ...down,
    event: 'sourceRecovered',
    at: at(12),
    outage: { ...outage, polls: 12 },
    failure: null,
  };
  tell([down, over], null);

  const { events } = beat({ ...counts.memory, goodAt: at(60) }, 60 * MINUTE, at(60));
  tell(events, countsOf([maria(60, {}), ...others(6)]));
  return items;
}

function countsOf(agents: AgentSnapshot[]): IDataObject {
  const observation: Observation = {
    agents: new Map(agents.map((each) => [each.agentId, each])),
    callsWaiting: null,
    gone: null,
  };
  return floorCounts(
    observation,
    { inScope: () => true },
    { states: ['ready'], callsWaiting: false },
    false,
  );
}
