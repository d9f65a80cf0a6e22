import type { INodeParameters } from 'n8n-workflow';
import type { Floor } from '../../nodes/shared/model/Floor';
import { forgetProcessMemory } from '../../nodes/shared/trigger/store';
import type { Simulator } from '../simulator/index.mjs';
import type { System } from '../simulator/systems.mjs';
import { poller } from './contexts';
import { triggerAt } from './subjects';

export const WANTED = { states: [], callsWaiting: true };

export const waitingAt = async (floor: Floor) => (await floor.readFloor(WANTED)).callsWaiting;

/** A function for calls of the world that wait. */
export const callsOf =
  (simulator: () => Simulator) =>
  (id: string, more: { queue?: string; campaign?: string; since?: number } = {}) => ({
    id,
    phone: '3125550100',
    queue: null,
    campaign: null,
    since: simulator().world.now(),
    ...more,
  });

/** What a trigger for two calls waiting says of three in two queues and one of a campaign. */
export async function firedAt(system: System, simulator: Simulator, filters: INodeParameters = {}) {
  forgetProcessMemory();
  const call = callsOf(() => simulator);
  simulator.world.setWaitingCalls([
    call('Y1', { queue: 'SALESLINE' }),
    call('Y2', { queue: 'SALESLINE' }),
    call('Y3', { queue: 'SUPPORTQ' }),
    call('V4', { campaign: 'TESTCAMP' }),
  ]);
  const row = {
    measure: 'callsWaiting',
    comparison: 'atLeast',
    value: 2,
    forMinutes: 0,
    clearAt: '',
    severity: 'warning',
  };
  const parameters = { events: ['countLimit'], countLimits: { rows: [row] }, filters };
  const trigger = poller(triggerAt(system, simulator, parameters));
  expect(await trigger.poll()).toEqual({ items: null, reported: [] });
  return (await trigger.poll()).items;
}
