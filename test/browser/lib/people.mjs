/** @typedef {import('../../../examples/wallboard/floor.mjs').Source} Source */
/** @typedef {import('../../../examples/wallboard/floor.mjs').Seen} Seen */
/** @typedef {import('../../../examples/wallboard/floor.mjs').State} State */
/** @typedef {ReturnType<typeof agent>} Person */

const NAMES =
  'Maria Lopez,Kwame Mensah,Aiko Tanaka,Jonas Lindqvist,Fatima Haddad,Priya Raman,Tomasz Zielinski,Chidi Okafor,Grace Whitfield,Liam Byrne,Zoë Müller,Mateus Carvalho,Nguyen Thi Lan,Sefa Taufa,Ingrid Solberg,Omar Farouk,Lucía Fernández,Pavel Novák,Aroha Ngata,Samuel Osei,Hannah Weiss,Diego Morales,Leila Rahimi,Yuki Sato,Arjun Mehta,Chloé Martin,Björn Eriksen,Amina Diallo,Ravi Shankar,Elena Petrova,Noah Williams,Mei Chen,Kofi Boateng,Sofia Rossi,Anders Holm,Nadia Benali,Peter Novak,Isabel Santos,Tariq Aziz,Emma Dubois,Viktor Horvat,Ximena Torres'.split(
    ',',
  );

/**
 * An item of Get Live Info.
 * @param {string} id
 * @param {string} name
 * @param {State} state
 * @param {number | null} seconds since when the vendor says that it is so
 * @param {string | null} [reason]
 */
export const agent = (id, name, state, seconds, reason = null) => ({
  agentId: id,
  agentName: name,
  state,
  reason,
  secondsInState: seconds,
  callsToday: 7,
});

/** @type {State} */
const BUSY = 'busy';

/** How a floor looks at a usual moment. @type {[State, number, string?][]} */
const MOMENT = [
  ['busy', 252],
  ['ready', 18],
  ['busy', 95],
  ['busy', 610],
  ['wrapUp', 42],
  ['ready', 74],
  ['paused', 312, 'LUNCH'],
  ['busy', 31],
  ['busy', 178],
  ['ready', 5],
  ['busy', 420],
  ['wrapUp', 17],
  ['paused', 128, 'Training'],
];

/**
 * @param {number} count
 * @param {number} [first] whose name comes first
 * @returns {Person[]}
 */
export const people = (count, first = 0) =>
  Array.from({ length: count }, (_, index) => {
    const [state, seconds, reason] = MOMENT[(index + first) % MOMENT.length] ?? [BUSY, 0];
    const name = NAMES[(first + index) % NAMES.length] ?? '';
    return agent(String(1001 + first + index), name, state, seconds + index, reason ?? null);
  });

/** Some contact centers do not tell wrap-up. @param {Person} person */
const withoutWrapUp = (person) => (person.state === 'wrapUp' ? { ...person, state: BUSY } : person);

/** Rocket.Chat's reasons are presences, not codes. @param {Person} person */
const byPresence = (person) => ({ ...withoutWrapUp(person), reason: person.reason && 'away' });

/** Names that would do harm where they are taken for markup, script or template. */
export const HOSTILE = [
  '<img src=x onerror="window.hurt=1;alert(1)">',
  '</script><script>window.hurt=1;alert(2)</script>',
  `"'><svg/onload=window.hurt=1>`,
  '{{ $json.nonce }}',
  "$' $& $` $1",
  '\u202Eevil\u202C \u200Fright to left\u200E',
  '名前 🎧👩🏽‍💻',
  'x'.repeat(200),
  '__proto__',
  '<!--',
];

/**
 * Four contact centers, with somebody over a limit in each but one. The first two do not tell since
 * when; the wallboard has watched them.
 * @param {number} now
 * @returns {{sources: Source[], memory: Record<string, Seen>}}
 */
export function contactCenters(now) {
  const floors = {
    VICIdial: people(12),
    'Rocket.Chat': people(9, 12).map(byPresence),
    'Kore.ai': people(10, 21).map(withoutWrapUp),
    'CROCO-dial / GOautodial': people(11, 31),
  };
  overLimit(floors.VICIdial[2], 'paused', 1458, 'BREAK');
  overLimit(floors['Kore.ai'][4], 'paused', 774, 'Coaching');
  overLimit(floors['CROCO-dial / GOautodial'][5], 'wrapUp', 431);
  /** @type {Record<string, Seen>} */
  const memory = {};
  /** @type {Record<string, number>} */
  const inQueue = { VICIdial: 6, 'Rocket.Chat': 2 };
  const sources = Object.entries(floors).map(([name, agents]) => {
    const callsWaiting = inQueue[name];
    if (callsWaiting === undefined) return { name, agents };
    memory[name] = watched(agents, now);
    return { name, agents: untimed(agents), counts: [{ callsWaiting }] };
  });
  return { sources, memory };
}

/**
 * @param {Person | undefined} person
 * @param {State} state
 * @param {number} seconds
 * @param {string | null} [reason]
 */
const overLimit = (person, state, seconds, reason = null) =>
  Object.assign(person ?? {}, { state, secondsInState: seconds, reason });

/** The same from a contact center that does not tell since when. @param {Person[]} agents */
export const untimed = (agents) => agents.map((item) => ({ ...item, secondsInState: null }));

/** What the wallboard remembers of them. @param {Person[]} agents @param {number} now @returns {Seen} */
export function watched(agents, now) {
  const entries = agents.map(({ agentId, state, callsToday, secondsInState }) => [
    agentId,
    [state, callsToday, now - Number(secondsInState) * 1000],
  ]);
  return { at: now, agents: Object.fromEntries(entries) };
}

/** A contact center that does not answer, as its node tells it. @type {Source} */
export const DOWN = {
  name: 'VICIdial',
  agents: [
    {
      error: 'VICIdial does not answer',
      description: 'Check that the server is up.',
      httpCode: '503',
    },
  ],
};
