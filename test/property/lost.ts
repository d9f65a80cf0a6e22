import { AGENT_STATES } from '../../nodes/shared/model/AgentState';
import type { History } from './world/history';
import type { Polled } from './world/play';
import { timeRows, type TimeRow } from './world/setup';

/** After so many seconds between two looks nobody can be sure of anything (rule 8). */
const SURE = 300;

/**
 * Alerts that never came, by the simplest of all readings: an agent who was seen in a state at each
 * poll, unchanged and for longer than its limit, in a world in which nothing else disturbs.
 */
export function lost(history: History, played: readonly Polled[]): string[] {
  if (!isPlain(history)) return [];
  const rows = timeRows(played[0]!.setup).filter(({ minutes }) => minutes > 0);
  const whole = rows.filter(({ states, reasons }) => reasons === '*' || !states.includes('paused'));
  const ids = history.agents
    .map((_, index) => `a${index + 1}`)
    .filter((id) => !isDated(id, played));
  return whole.flatMap((row) => ids.flatMap((id) => lostOf(row, id, played)));
}

/** Whether the vendor ever dates an agent's state: then it may have been over from the first look on. */
const isDated = (id: string, played: readonly Polled[]) =>
  played.some(
    ({ answer }) =>
      answer !== null &&
      'rows' in answer &&
      answer.rows.some(({ agentId, stateSince }) => agentId === id && stateSince !== null),
  );

/** One set-up from first to last, in which everyone is watched, and no process ends. */
function isPlain({ setup, agents, polls }: History): boolean {
  const { campaigns, excludeAgents, activeHours } = setup;
  const everyone = campaigns.length + excludeAgents.length === 0 && activeHours === null;
  const undisturbed = polls.every(
    ({ edit, process, hangs, after }) =>
      edit === null && process === 'runs' && hangs === 0 && after > 0,
  );
  return everyone && undisturbed && agents.length < 5;
}

function lostOf(row: TimeRow, id: string, played: readonly Polled[]): string[] {
  const states = AGENT_STATES.filter((state) => row.states.includes(state)).join('+');
  const code = row.states.includes('paused') ? ':*' : '';
  const key = `/stateTooLong:${states}${code}/${id}`;
  let since: number | null = null;
  let last = { at: 0, state: '', calls: null as number | null };
  let told = false;
  for (const { answer, given, number } of played) {
    if (answer === null || 'fault' in answer) continue;
    const seen = answer.rows.find(({ agentId }) => agentId === id);
    const at = Math.floor(answer.observedAt / 1000);
    const isIn = seen !== undefined && states.split('+').includes(seen.state);
    const calls = seen?.callsToday ?? null;
    const same = last.state === seen?.state && last.calls === calls && at - last.at <= SURE;
    if (!isIn || !same) since = null;
    if (isIn) since ??= at;
    last = { at, state: seen?.state ?? '', calls };
    for (const { event, alertKey } of given.items ?? []) {
      if (String(alertKey).endsWith(key)) told = event !== 'resolved';
    }
    if (since !== null && at - since >= row.minutes * 60 && !told) return [`${key} at ${number}`];
  }
  return [];
}
