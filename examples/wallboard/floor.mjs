/**
 * What the wallboard shows, worked out from what the contact centers answered. It is most
 * of the workflow's Code node: `npm run wallboard` packs it into ../wallboard.json.
 */

/** @typedef {'ready' | 'busy' | 'wrapUp' | 'paused' | 'offline' | 'unknown'} State */

/** The Settings node: limits of 0 are none. */
/** @typedef {{title: string, pausedMinutes: number, wrapUpMinutes: number, inQueue: number, refreshSeconds: number, showOffline: boolean}} Settings */

/** The items of a contact center's nodes; null where the workflow has no such node. */
/** @typedef {{name: string, agents: Record<string, any>[] | null, counts?: Record<string, any>[] | null}} Source */

/** Since when agents are seen in their state, by agent: state, calls today, epoch milliseconds. */
/** @typedef {{at: number, agents: Record<string, [State, number | null, number]>}} Seen */

/** `atLeast`: the contact center does not tell since when, so the time is that since we saw it. */
/** @typedef {{key: string, id: string, name: string, state: State, reason: string, seconds: number, atLeast: boolean, over: boolean}} Agent */

/** @typedef {Record<State, number>} Counts */

/** `off`: the node is there, but was not run. */
/** @typedef {{name: string, status: 'up' | 'down' | 'off', problem: string, waiting: number | null, counts: Counts, agents: Agent[]}} Section */

/** `seconds` is null where the alert is not about time; `agent` is the key of a card. */
/** @typedef {{key: string, source: string, who: string, what: string, seconds: number | null, atLeast: boolean, limit: string, agent: string | null}} Alert */

/** @typedef {{title: string, refreshSeconds: number, at: number, token: string, counts: Counts, waiting: number | null, alerts: Alert[], sections: Section[]}} Floor */

/** In the order of the bars. @type {State[]} */
const STATES = ['ready', 'busy', 'wrapUp', 'paused', 'unknown', 'offline'];

/**
 * @param {{settings: Settings, sources: Source[], memory?: Record<string, Seen>, token: string, now: number}} input
 *   `memory` is what the time before remembered, `token` what the page refreshes itself with
 * @returns {{floor: Floor, memory: Record<string, Seen>}}
 */
export function wallboard({ settings, sources, memory = {}, token, now }) {
  /** @type {Record<string, Seen>} */
  const remembered = {};
  const sections = sources.flatMap(({ name, agents, counts }) => {
    if (agents === null) return [];
    const { section, seen } = readSource(name, agents, counts ?? [], memory[name], settings, now);
    if (seen) remembered[name] = seen;
    return [section];
  });
  const waiting = sections.flatMap((section) => section.waiting ?? []);
  const floor = {
    title: settings.title,
    refreshSeconds: Math.max(5, settings.refreshSeconds),
    at: now,
    token,
    counts: total(sections.map((section) => section.counts)),
    waiting: waiting.length === 0 ? null : waiting.reduce((sum, number) => sum + number, 0),
    alerts: sections.flatMap((section) => alertsOf(section, settings)).sort(gravestFirst),
    sections: sections.map((section) => ({
      ...section,
      agents: section.agents.filter(({ state }) => settings.showOffline || state !== 'offline'),
    })),
  };
  return { floor, memory: remembered };
}

/**
 * @param {string} name
 * @param {Record<string, any>[]} items
 * @param {Record<string, any>[]} counts
 * @param {Seen | undefined} before
 * @param {Settings} settings
 * @param {number} now
 * @returns {{section: Section, seen: Seen | undefined}}
 */
function readSource(name, items, counts, before, settings, now) {
  const none = { name, waiting: null, counts: total([]), agents: [] };
  const failed = items.find(({ error }) => error);
  if (failed) {
    const problem = [failed.error, failed.description].filter(Boolean).join('. ');
    return { section: { ...none, status: 'down', problem }, seen: before };
  }
  const listed = items.filter(({ agentId }) => agentId);
  // A node that is switched off or has no credential hands on what it was given.
  if (listed.length === 0 && items.some((item) => Object.keys(item).length > 0)) {
    const problem = 'Not read: the node has no credential or is switched off.';
    return { section: { ...none, status: 'off', problem }, seen: before };
  }
  // After a longer time without looking nobody knows what was in between.
  const longest = Math.max(120, 3 * settings.refreshSeconds) * 1000;
  const known = before && now - before.at <= longest ? before.agents : {};
  /** @type {Seen} */
  const seen = { at: now, agents: {} };
  const agents = listed.map((item) => {
    const { agentId, state, callsToday, secondsInState } = item;
    const atLeast = typeof secondsInState !== 'number';
    const since = atLeast ? firstSeen(item, known, now) : now - secondsInState * 1000;
    if (atLeast) seen.agents[agentId] = [state, callsToday, since];
    const seconds = Math.floor((now - since) / 1000);
    return toAgent(name, item, { seconds, atLeast }, settings);
  });
  const section = {
    name,
    problem: counts[0]?.error ? `Queue not known: ${counts[0].error}` : '',
    waiting: counts[0]?.callsWaiting ?? null,
    counts: total(agents.map(({ state }) => ({ ...total([]), [state]: 1 }))),
    // By name, so that everybody keeps the same place on the wall.
    agents: agents.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)),
  };
  return { section: { ...section, status: 'up' }, seen };
}

/**
 * @param {Record<string, any>} item of Get Live Info
 * @param {Seen['agents']} known
 * @param {number} now
 * @returns {number} since when the agent is seen in this state, and on this call
 */
function firstSeen({ agentId, state, callsToday }, known, now) {
  const [was, calls, since] = (Object.hasOwn(known, agentId) && known[agentId]) || [];
  return since && was === state && calls === callsToday ? Math.min(since, now) : now;
}

/**
 * @param {string} source
 * @param {Record<string, any>} item of Get Live Info
 * @param {Pick<Agent, 'seconds' | 'atLeast'>} time
 * @param {Settings} settings
 * @returns {Agent}
 */
function toAgent(source, { agentId: id, agentName, state, reason }, time, settings) {
  const limit = limitOf(state, settings);
  return {
    key: `${source}/${id}`,
    id,
    name: agentName || id,
    state: STATES.includes(state) ? state : 'unknown',
    reason: reason ?? '',
    ...time,
    over: limit > 0 && time.seconds >= limit * 60,
  };
}

/** @param {State} state @param {Settings} settings @returns {number} minutes */
function limitOf(state, { pausedMinutes, wrapUpMinutes }) {
  if (state === 'paused') return pausedMinutes;
  return state === 'wrapUp' ? wrapUpMinutes : 0;
}

/**
 * @param {Section} section
 * @param {Settings} settings
 * @returns {Alert[]}
 */
function alertsOf({ name, status, problem, waiting, agents }, settings) {
  const common = { source: name, who: name, seconds: null, atLeast: false, limit: '', agent: null };
  const alerts = agents
    .filter(({ over }) => over)
    .map(({ key, name: who, state, reason, seconds, atLeast }) => {
      const what = state === 'paused' ? `paused${reason && ` (${reason})`}` : 'in wrap-up';
      return {
        ...common,
        key,
        who,
        what,
        seconds,
        atLeast,
        limit: `${limitOf(state, settings)} min`,
        agent: key,
      };
    });
  if (status === 'down') {
    return [{ ...common, key: `${name} down`, what: `cannot be read. ${problem}` }];
  }
  if (waiting !== null && settings.inQueue > 0 && waiting >= settings.inQueue) {
    const what = `${waiting} in queue`;
    const limit = String(settings.inQueue);
    return [{ ...common, key: `${name} waiting`, what, limit }, ...alerts];
  }
  return alerts;
}

/**
 * What is not about one agent comes first, then whoever is longest in a state.
 * @param {Alert} a
 * @param {Alert} b
 */
const gravestFirst = (a, b) => (b.seconds ?? Infinity) - (a.seconds ?? Infinity) || 0;

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
function total(all) {
  const sums = STATES.map((state) => [state, all.reduce((sum, counts) => sum + counts[state], 0)]);
  return Object.fromEntries(sums);
}

/**
 * A value as JSON that can stand in a page's script element, and that n8n's HTML node leaves alone:
 * it fills in its template with String.replace, in which `$` means something.
 * @param {unknown} value
 * @returns {string}
 */
export const embeddable = (value) =>
  JSON.stringify(value).replace(/[<>&$]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
