import type { IDataObject } from 'n8n-workflow';
import { omit } from 'lodash';
import { ContactCenterFailure } from '../../http/failure';
import type { FloorReading } from '../../model/Floor';
import { evaluate } from '../evaluate';
import { floorCounts } from '../floorCounts';
import type { ItemOptions } from '../items/body';
import { toItem } from '../items/items';
import type { Memory } from '../memory';
import type { Setup } from '../setup';
import { changeSamples } from './changeSamples';
import { countSamples } from './countSamples';
import { limitSamples } from './limitSamples';
import type { Sample, SampleFloor } from './sampleFloor';
import { signSamples } from './signSamples';

/**
 * What Fetch Test Event shows: per rule some real agents or counts in the shape of a real event,
 * those it is about first. Tells whether each would fire now, and remembers nothing.
 *
 * @throws ContactCenterFailure `notFound` with nobody on the floor to show
 */
export function sampleItems(
  setup: Setup,
  reading: FloorReading,
  memory: Memory,
  options: ItemOptions,
  hasRoster: boolean,
): IDataObject[] {
  const { observedAt: at, callsWaiting } = reading;
  const agents = new Map(reading.agents.map((agent) => [options.agentKey(agent.agentId), agent]));
  const observation = { agents, callsWaiting, gone: null };
  const floor: SampleFloor = {
    agents: [...agents].filter(([, agent]) => setup.watch.inScope(agent)),
    observation,
    looked: evaluate(setup.rules, memory, observation, setup.watch, at).memory,
    setup,
    active: setup.watch.isActive(at),
    at,
  };
  const samples = [limitSamples, countSamples, changeSamples, signSamples].flatMap((samplesOf) =>
    samplesOf(floor),
  );
  if (samples.length === 0) throw nobodyToShow(agents.size);
  const counts = floorCounts(observation, setup.watch, setup.wanted, hasRoster);
  return samples.map((sample) => marked(sample, toItem(sample.event, options, counts)));
}

function marked({ wouldFire, matchingNow, remark }: Sample, item: IDataObject): IDataObject {
  return {
    event: item.event,
    testEvent: true,
    wouldFire,
    matchingNow,
    title: `Test: ${String(item.title)}`,
    message: `Test: ${remark}${String(item.message)}`,
    ...omit(item, ['event', 'testEvent', 'title', 'message']),
  };
}

function nobodyToShow(onFloor: number): ContactCenterFailure {
  return new ContactCenterFailure(
    'notFound',
    onFloor === 0 ? 'Nobody is logged in now' : 'No agent who is logged in passes the filters',
    'The login works. There is only no agent to show: log one in, or try again in working hours.',
  );
}
