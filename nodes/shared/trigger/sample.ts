import { omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { ContactCenterFailure } from '../failure';
import type { AgentSnapshot } from '../model/AgentSnapshot';
import type { FloorReading } from '../source';
import { clockOf, evaluate, timed } from './evaluate';
import { toItem, type ItemOptions } from './items';
import type { Memory, Track } from './memory';
import { statesKey, stepReached, type StateTooLongRule } from './rules';
import type { Setup } from './setup';
import { stateText } from './words';

const MOST_PER_RULE = 3;

/**
 * What Fetch Test Event shows: per rule some real agents in the shape of a real event, those it
 * is about first. Tells whether each would fire now, and remembers nothing.
 *
 * @throws ContactCenterFailure `notFound` with nobody on the floor to show
 */
export function sampleItems(
  setup: Setup,
  reading: FloorReading,
  memory: Memory,
  options: ItemOptions,
): IDataObject[] {
  const agents = new Map(reading.agents.map((agent) => [options.agentKey(agent.agentId), agent]));
  const inScope = [...agents].filter(([, agent]) => setup.inScope(agent));
  if (inScope.length === 0) {
    throw new ContactCenterFailure(
      'notFound',
      agents.size === 0
        ? 'Nobody is logged in now'
        : 'No agent who is logged in passes the filters',
      'The login works. There is only no agent to show: log one in, or try again in working hours.',
    );
  }
  const observation = { ...setup, agents };
  const looked = evaluate(setup.rules, memory, observation, reading.observedAt).memory;
  return setup.rules.flatMap((rule) => {
    const tracks = looked.tracks[statesKey(rule.states)] ?? {};
    const floor = inScope.map(([key, agent]) => ({
      agent,
      track: tracks[key],
      clock: clockOf(rule, tracks[key]),
    }));
    const about = floor.filter(({ clock }) => clock !== null);
    const shown = about.length > 0 ? about.slice(0, MOST_PER_RULE) : floor.slice(0, 1);
    return shown.map((sample) =>
      sampleItem(rule, sample, reading.observedAt, about.length, options),
    );
  });
}

interface Sample {
  agent: AgentSnapshot;
  track: Track | undefined;
  clock: number | null;
}

function sampleItem(
  rule: StateTooLongRule,
  { agent, track, clock }: Sample,
  at: number,
  matchingNow: number,
  options: ItemOptions,
): IDataObject {
  const reached = clock === null ? undefined : stepReached(rule, at - clock);
  const step = reached ?? rule.steps[0] ?? { limitMs: 0, severity: 'warning' as const };
  // Time that only begins now says nothing: the event looks as it will when the limit is reached.
  const isTimed = clock !== null && at - clock >= 1000 && track?.uncertainty !== null;
  const start = isTimed ? clock : at - step.limitMs;
  const item = toItem(
    {
      event: 'fired',
      reason: null,
      at,
      rule,
      agent: isTimed ? timed(agent, track) : agent,
      unseenSeconds: 0,
      alert: {
        ruleId: rule.id,
        agentId: agent.agentId,
        agentName: agent.agentName,
        start,
        startSource: track?.startSource ?? 'observed',
        uncertainty: track?.uncertainty ?? 0,
        idStart: Math.floor(start / 1000),
        ...step,
        code: agent.reason ?? '',
        silent: false,
      },
    },
    options,
  );
  const remark =
    clock === null
      ? `${agent.agentName ?? agent.agentId} is ${stateText(agent.state, agent.reason)} now; this shows what an alert looks like: `
      : '';
  const { event, ...rest } = item;
  return {
    event,
    testEvent: true,
    wouldFire: reached !== undefined,
    matchingNow,
    title: `Test: ${String(item.title)}`,
    message: `Test: ${remark}${String(item.message)}`,
    ...omit(rest, ['testEvent', 'title', 'message']),
  };
}
