import type { AgentSnapshot } from '../../model/AgentSnapshot';
import { stateText } from '../items/words';
import { clockOf, timed } from '../limits';
import type { Track } from '../memory';
import { statesKey } from '../rules/rows';
import { stepReached, type StateTooLongRule } from '../rules/timeLimits';
import { MOST_PER_RULE, type Sample, type SampleFloor } from './sampleFloor';

/** Per time limit, some agents it is about; with none, one of the others. */
export function limitSamples({ agents, looked, setup, active, at }: SampleFloor): Sample[] {
  // A rule without a limit only keeps its pause code out of another.
  return setup.rules.limits.flatMap((rule) => {
    if (rule.steps.length === 0) return [];
    const tracks = looked.tracks[statesKey(rule.states)];
    const floor = agents.map(([key, agent]) => {
      const track = tracks?.get(key);
      return { agent, track, clock: clockOf(rule, track) };
    });
    const about = floor.filter(({ clock }) => clock !== null);
    const shown = about.length > 0 ? about.slice(0, MOST_PER_RULE) : floor.slice(0, 1);
    return shown.map((one) => sampleOf(rule, one, { active, at }, about.length));
  });
}

interface One {
  agent: AgentSnapshot;
  track: Track | undefined;
  clock: number | null;
}

function sampleOf(
  rule: StateTooLongRule,
  { agent, track, clock }: One,
  { active, at }: Pick<SampleFloor, 'active' | 'at'>,
  matchingNow: number,
): Sample {
  const reached = clock === null ? undefined : stepReached(rule, at - clock);
  const step = reached ?? rule.steps[0] ?? { limit: 0, severity: 'warning' as const };
  // Time that only begins now says nothing: the event looks as it will when the limit is reached.
  const isTimed = clock !== null && at - clock >= 1000 && track?.uncertainty !== null;
  const start = isTimed ? clock : at - step.limit;
  const name = agent.agentName ?? agent.agentId;
  return {
    event: {
      type: 'stateTooLong',
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
        toldAt: at,
      },
    },
    wouldFire: active && reached !== undefined,
    matchingNow,
    remark:
      clock === null
        ? `${name} is ${stateText(agent.state, agent.reason)} now; this shows what an alert looks like: `
        : '',
  };
}
