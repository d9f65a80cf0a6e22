import type { AgentSnapshot } from '../../model/AgentSnapshot';
import { LOGGED_IN_STATES, type AgentState } from '../../model/AgentState';
import type { Presence } from '../memory';
import type { StateChangeRule } from '../rules/changes';
import { MOST_PER_RULE, type Sample, type SampleFloor } from './sampleFloor';

/** How long the old state of an example lasted: nobody knows it of an agent just met. */
const BEFORE_MS = 10 * 60_000;

/** Per change, some agents who are in a state it leads to; with none, one of the others. */
export function changeSamples({ agents, looked, setup, at }: SampleFloor): Sample[] {
  return setup.rules.changes.flatMap((rule) => {
    const isTo = ({ state }: AgentSnapshot) => rule.to.length === 0 || rule.to.includes(state);
    const about = agents.filter(([, agent]) => isTo(agent));
    const shown = about.length > 0 ? about.slice(0, MOST_PER_RULE) : agents.slice(0, 1);
    return shown.map(([key, agent]): Sample => {
      const who = looked.present?.get(key);
      const to = isTo(agent) ? agent.state : (rule.to[0] ?? agent.state);
      const from = otherState(rule, to);
      const since = who ?? presenceOf(agent, at);
      return {
        event: {
          type: 'stateChange',
          event: 'changed',
          at,
          rule,
          from,
          to,
          agent,
          who: { ...since, state: to },
          before:
            from === 'offline'
              ? null
              : { ...since, state: from, start: since.start - BEFORE_MS, uncertainty: 0 },
          unseenSeconds: 0,
        },
        wouldFire: false,
        matchingNow: about.length,
        remark: 'this shows what a change looks like: ',
      };
    });
  });
}

function otherState({ from }: StateChangeRule, to: AgentState): AgentState {
  const possible = from.length === 0 ? LOGGED_IN_STATES : from;
  return possible.find((state) => state !== to) ?? to;
}

function presenceOf({ agentId, agentName, state }: AgentSnapshot, at: number): Presence {
  return {
    agentId,
    agentName,
    state,
    inScope: true,
    start: at,
    startSource: 'observed',
    uncertainty: null,
    absentSince: null,
    isStale: false,
  };
}
