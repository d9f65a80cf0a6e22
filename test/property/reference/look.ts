import type { AgentSnapshot } from '../../../nodes/shared/model/AgentSnapshot';
import type { Setup } from '../world/setup';
import type { Sighting } from './log';

const FUTURE = 120;
const WEEK = 7 * 24 * 3600;
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAY = 24 * 60;

export const seconds = (ms: number) => Math.floor(ms / 1000);

/** A floor as it was seen; two rows of one agent are one agent. */
export function sightings(rows: readonly AgentSnapshot[], setup: Setup, now: number) {
  return new Map<string, Sighting>(
    rows.map((row) => [
      row.agentId.toLowerCase(),
      {
        state: row.state,
        code: row.state === 'paused' ? (row.reason ?? '').trim().toLowerCase() : '',
        since: believable(row.stateSince, now),
        calls: row.callsToday,
        inScope: isInScope(row, setup),
      },
    ]),
  );
}

/** Rule 3: a time in the future by more than 120 s, null, or older than 7 days says nothing. */
function believable(since: number | null, now: number): number | null {
  if (since === null) return null;
  const time = seconds(since);
  return time > now + FUTURE || time < now - WEEK ? null : time;
}

/** Rule 12. */
function isInScope({ agentId, teams }: AgentSnapshot, { campaigns, excludeAgents }: Setup) {
  if (excludeAgents.includes(agentId.toLowerCase())) return false;
  return campaigns.length === 0 || campaigns.includes(teams.campaign ?? '');
}

/**
 * Rule 11: whether it is working time in the workflow's time zone. A time over midnight belongs to
 * the day it begins on; from and to alike are the whole day; no days are every day.
 */
export function isInHours({ activeHours }: Setup, now: number, zone: string): boolean {
  if (activeHours === null) return true;
  const { days, from, to } = activeHours;
  const begins = minutes(from);
  const length = (minutes(to) - begins + DAY) % DAY || DAY;
  const { day, minute } = localTime(now, zone);
  return [day, (day + 6) % 7].some((start, ago) => {
    const passed = minute + ago * DAY - begins;
    const chosen = days.length === 0 || days.includes(DAYS[start]!);
    return chosen && passed >= 0 && passed < length;
  });
}

function minutes(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number);
  return hour! * 60 + minute!;
}

/** The zones of these worlds have no summer time: minutes east of Greenwich. */
const EAST: Record<string, number> = { UTC: 0, 'Asia/Kolkata': 330, 'America/Bogota': -300 };

function localTime(now: number, zone: string) {
  const local = Math.floor(now / 60) + EAST[zone]!;
  return { day: (Math.floor(local / DAY) + 4) % 7, minute: local % DAY };
}
