import { mapValues } from 'lodash';
import { AGENT_STATES } from '../model/AgentState';
import { decodeTrack, encodeTrack } from './encodeTrack';
import { EMPTY_MEMORY, type AgentAlert, type Memory, type Presence, type Start } from './memory';
import { SEVERITIES } from './rules/severity';

/**
 * Memory as it is stored: a pending track takes at most 64 bytes beside the agent's ID, a firing
 * alert at most 400, since n8n rewrites and loads all of it with the workflow.
 */
export interface StoredMemory {
  memory: Omit<Memory, 'tracks' | 'alerts' | 'present'>;
  /** Pause codes, which tracks name by their place. */
  codes: string[];
  tracks: Record<string, Record<string, string>>;
  alerts: Record<string, unknown[]>;
  present: Record<string, unknown[]> | null;
}

const LONGEST_NAME = 40;

export function encode({ tracks, alerts, present, ...memory }: Memory): StoredMemory {
  const codes: string[] = [];
  return {
    memory,
    tracks: mapValues(tracks, (set) => putMap(set, (track) => encodeTrack(track, codes))),
    alerts: mapValues(alerts, encodeAlert),
    present: present && putMap(present, encodePresence),
    codes,
  };
}

/** Memory from what was stored; what cannot be read is forgotten. */
export function decode(stored: StoredMemory): Memory {
  return {
    ...EMPTY_MEMORY,
    ...stored.memory,
    tracks: mapValues(stored.tracks, (set) =>
      getMap(set, (track) => decodeTrack(track, stored.codes)),
    ),
    alerts: mapValues(stored.alerts, decodeAlert),
    present: stored.present && getMap(stored.present, decodePresence),
  };
}

const putMap = <T, S>(map: ReadonlyMap<string, T>, put: (value: T) => S): Record<string, S> =>
  Object.fromEntries([...map].map(([key, value]) => [key, put(value)]));
const getMap = <S, T>(record: Record<string, S>, get: (value: S) => T): Map<string, T> =>
  new Map(Object.entries(record).map(([key, value]) => [key, get(value)]));
const putStart = ({ start, startSource, uncertainty }: Start) => [start, startSource, uncertainty];
const getStart = ([start, startSource, uncertainty]: unknown[]): Start => ({
  start: Number(start),
  startSource: startSource === 'vendor' ? 'vendor' : 'observed',
  uncertainty: typeof uncertainty === 'number' ? uncertainty : null,
});
const putName = (name: string | null) => name?.slice(0, LONGEST_NAME) ?? null;
const getName = (name: unknown) => (typeof name === 'string' ? name : null);

function encodeAlert(alert: AgentAlert): unknown[] {
  return [
    ...putStart(alert),
    alert.ruleId,
    alert.agentId,
    putName(alert.agentName),
    alert.idStart,
    alert.limit,
    SEVERITIES.indexOf(alert.severity),
    alert.code,
    alert.silent,
    alert.toldAt,
  ];
}

function decodeAlert(fields: unknown[]): AgentAlert {
  const [ruleId, agentId, agentName, idStart, limit, severity, code, silent, toldAt] =
    fields.slice(3);
  return {
    ...getStart(fields),
    ruleId: String(ruleId),
    agentId: String(agentId),
    agentName: getName(agentName),
    idStart: Number(idStart),
    limit: Number(limit),
    severity: SEVERITIES[Number(severity)] ?? 'warning',
    code: String(code),
    silent: silent === true,
    toldAt: Number(toldAt),
  };
}

function encodePresence(presence: Presence): unknown[] {
  return [
    ...putStart(presence),
    presence.agentId,
    putName(presence.agentName),
    AGENT_STATES.indexOf(presence.state),
    presence.inScope,
    presence.absentSince,
    presence.isStale,
  ];
}

function decodePresence(fields: unknown[]): Presence {
  const [agentId, agentName, state, inScope, absentSince, isStale] = fields.slice(3);
  return {
    ...getStart(fields),
    agentId: String(agentId),
    agentName: getName(agentName),
    state: AGENT_STATES[Number(state)] ?? 'unknown',
    inScope: inScope === true,
    absentSince: typeof absentSince === 'number' ? absentSince : null,
    isStale: isStale === true,
  };
}
