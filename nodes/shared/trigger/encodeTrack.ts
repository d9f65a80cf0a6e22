import { AGENT_STATES } from '../model/AgentState';
import type { Track } from './memory';

const put = (value: number | null) => (value === null ? '' : Math.round(value).toString(36));
const get = (text: string | undefined) => (text ? Number.parseInt(text, 36) : null);
const putTime = (ms: number | null, start: number) =>
  ms === null ? '' : put(Math.round((ms - start) / 1000));
const getTime = (text: string | undefined, start: number) => {
  const delta = get(text);
  return delta === null ? null : start + delta * 1000;
};

/**
 * A track in few bytes: fields in a fixed order, numbers in base 36, moments as seconds after the
 * start.
 *
 * @param codes pause codes, which tracks name by their place; one that is new is added
 */
export function encodeTrack(track: Track, codes: string[]): string {
  if (!codes.includes(track.code)) codes.push(track.code);
  const { start } = track;
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
    putTime(track.absentSince, start),
    putTime(track.gapFrom, start),
  ]
    .join(',')
    .replace(/,+$/, '');
}

/** A track from what `encodeTrack` made of it. */
export function decodeTrack(text: string, codes: readonly string[]): Track {
  const fields = text.split(',');
  const start = (get(fields[0]) ?? 0) * 1000;
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
    absentSince: getTime(fields[10], start),
    gapFrom: getTime(fields[11], start),
  };
}
