import { mapValues } from 'lodash';
import { AGENT_STATES } from '../model/AgentState';
import { EMPTY_MEMORY, type Alert, type Memory, type Track } from './memory';
import { SEVERITIES } from './rules';

/**
 * Memory as it is stored: a pending track takes at most 64 bytes beside the agent's ID, a firing
 * alert at most 400, since n8n rewrites and loads all of it with the workflow.
 */
export interface StoredMemory {
  memory: Omit<Memory, 'tracks' | 'alerts'>;
  /** Pause codes, which tracks name by their place. */
  codes: string[];
  tracks: Record<string, Record<string, string>>;
  alerts: Record<string, unknown[]>;
}

const LONGEST_NAME = 40;

export function encode({ tracks, alerts, ...memory }: Memory): StoredMemory {
  const codes: string[] = [];
  return {
    memory,
    tracks: mapValues(tracks, (set) => mapValues(set, (track) => encodeTrack(track, codes))),
    alerts: mapValues(alerts, encodeAlert),
    codes,
  };
}

/** Memory from what was stored; what cannot be read is forgotten. */
export function decode(stored: StoredMemory): Memory {
  return {
    ...EMPTY_MEMORY,
    ...stored.memory,
    tracks: mapValues(stored.tracks, (set) =>
      mapValues(set, (track) => decodeTrack(track, stored.codes)),
    ),
    alerts: mapValues(stored.alerts, decodeAlert),
  };
}

const put = (value: number | null) => (value === null ? '' : Math.round(value).toString(36));
const get = (text: string | undefined) => (text ? Number.parseInt(text, 36) : null);
const putTime = (ms: number | null, start: number) =>
  ms === null ? '' : put(Math.round((ms - start) / 1000));
const getTime = (text: string | undefined, start: number) => {
  const delta = get(text);
  return delta === null ? null : start + delta * 1000;
};

function encodeTrack(track: Track, codes: string[]): string {
  if (!codes.includes(track.code)) codes.push(track.code);
  const { start, absent } = track;
  return [
    put(start / 1000),
    track.startSource === 'vendor' ? 'v' : '',
    put(AGENT_STATES.indexOf(track.state)),
    put(codes.indexOf(track.code)),
    put(track.uncertainty),
    putTime(track.codeStart, start),
    putTime(track.otherStart, start),
    putTime(track.vendorSince, start),
    put(track.callsToday),
    put(track.unseen),
    putTime(absent?.since ?? null, start),
    putTime(absent?.seenAt ?? null, start),
  ]
    .join(',')
    .replace(/,+$/, '');
}

function decodeTrack(text: string, codes: readonly string[]): Track {
  const fields = text.split(',');
  const start = (get(fields[0]) ?? 0) * 1000;
  const absentSince = getTime(fields[10], start);
  return {
    start,
    startSource: fields[1] === 'v' ? 'vendor' : 'observed',
    state: AGENT_STATES[get(fields[2]) ?? 0] ?? 'unknown',
    code: codes[get(fields[3]) ?? 0] ?? '',
    uncertainty: get(fields[4]),
    codeStart: getTime(fields[5], start) ?? start,
    otherStart: getTime(fields[6], start),
    vendorSince: getTime(fields[7], start),
    callsToday: get(fields[8]),
    unseen: get(fields[9]) ?? 0,
    absent:
      absentSince === null
        ? null
        : { since: absentSince, seenAt: getTime(fields[11], start) ?? absentSince },
  };
}

function encodeAlert(alert: Alert): unknown[] {
  return [
    alert.ruleId,
    alert.agentId,
    alert.agentName?.slice(0, LONGEST_NAME) ?? null,
    alert.start,
    alert.startSource,
    alert.uncertainty,
    alert.idStart,
    alert.limitMs,
    SEVERITIES.indexOf(alert.severity),
    alert.code,
    alert.silent,
  ];
}

function decodeAlert(fields: unknown[]): Alert {
  const [ruleId, agentId, agentName, start, startSource, uncertainty] = fields;
  const [idStart, limitMs, severity, code, silent] = fields.slice(6);
  return {
    ruleId: String(ruleId),
    agentId: String(agentId),
    agentName: typeof agentName === 'string' ? agentName : null,
    start: Number(start),
    startSource: startSource === 'vendor' ? 'vendor' : 'observed',
    uncertainty: typeof uncertainty === 'number' ? uncertainty : null,
    idStart: Number(idStart),
    limitMs: Number(limitMs),
    severity: SEVERITIES[Number(severity)] ?? 'warning',
    code: String(code),
    silent: silent === true,
  };
}
