import { STATE_WORDS, type AgentState } from '../../model/AgentState';

/** A duration as people say it: "45 s", "12 min", "1 h 5 min". */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 120 && seconds % 60 !== 0) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds === 0 ? '0 s' : `${minutes} min`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** What an agent does, with the pause code where there is one: "paused (BREAK)". */
export function stateText(state: AgentState, reason: string | null): string {
  return reason ? `${STATE_WORDS[state]} (${reason})` : STATE_WORDS[state];
}

/** Several states as one: "paused or in wrap-up". */
export function statesText(states: readonly AgentState[]): string {
  return states.map((state) => STATE_WORDS[state]).join(' or ');
}
