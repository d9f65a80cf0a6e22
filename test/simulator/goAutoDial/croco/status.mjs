/** @import { LiveAgent } from '../liveAgents.mjs' */
/** @import { Settings } from '../settings.mjs' */

/** @typedef {'ready' | 'inCall' | 'disposition' | 'pause'} Kind */

/** @type {Record<string, Kind>} */
const KINDS = {
  READY: 'ready',
  CLOSER: 'ready',
  INCALL: 'inCall',
  QUEUE: 'inCall',
  MQUEUE: 'inCall',
  PAUSED: 'pause',
};

/**
 * @param {LiveAgent} row
 * @returns {Kind} what CROCO-dial makes of a row: whoever waits or pauses with a lead is in wrap-up
 */
export function kindOf({ status, lead }) {
  const kind = KINDS[status] ?? 'pause';
  return lead > 0 && kind !== 'inCall' ? 'disposition' : kind;
}

/** @type {Record<Kind, string>} */
const COLORS = { ready: 'primary', inCall: 'green', disposition: 'orange', pause: 'red' };

/** @type {Record<Kind, (row: LiveAgent, settings: Settings) => string>} */
const WORDS = {
  ready: () => 'READY',
  inCall: (row, { deadStatus }) =>
    row.status === 'INCALL' && !row.onLine ? deadStatus : 'IN CALL',
  disposition: () => 'DISPOSITION',
  pause: ({ pauseCode }, { pauseForm, pauseNames }) => {
    if (!pauseCode) return 'PAUSE';
    const name = pauseNames[pauseCode] ?? pauseCode;
    return pauseForm === 'bare' ? name : `PAUSE - ${name}`;
  },
};

/**
 * The words and the colour of a status.
 *
 * @param {LiveAgent} row
 * @param {Settings} settings
 * @returns {{ status: string, color: string }}
 */
export function statusOf(row, settings) {
  const kind = kindOf(row);
  return { status: WORDS[kind](row, settings), color: COLORS[kind] };
}
