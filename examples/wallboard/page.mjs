/**
 * Draws the wallboard and keeps it fresh. Everything a contact center tells becomes text, never
 * markup. Elements are kept from one refresh to the next, and with them focus and scroll position.
 */

import {
  byId,
  part,
  element,
  icon,
  write,
  writeForeign,
  digits,
  spoken,
  timeOfDay,
  fill,
} from './elements.mjs';

/** @typedef {import('./floor.mjs').Floor} Floor */
/** @typedef {import('./floor.mjs').Section} Section */
/** @typedef {import('./floor.mjs').Agent} Agent */
/** @typedef {import('./floor.mjs').Alert} Alert */

/** @type {[import('./floor.mjs').State, string][]} */
const STATES = [
  ['ready', 'Ready'],
  ['busy', 'Busy'],
  ['wrapUp', 'Wrap-up'],
  ['paused', 'Paused'],
  ['unknown', 'Unknown'],
  ['offline', 'Offline'],
];
/** @type {Record<string, string>} */
const WORDS = Object.fromEntries(STATES);
/** Not every contact center tells them: no bar without anybody. */
const RARE = ['unknown', 'offline'];

/** Cards are large up to so many agents, and small from so many on. */
const [FEW, MANY] = [24, 80];

/** @type {Floor} */
let floor = JSON.parse(byId('floor').textContent ?? '');
/** When it came, on the clock that nobody sets. */
let received = performance.now();
/** Since when times stand still, because nobody knows how they go on. */
let stopped = 0;
let held = false;
let refreshing = false;
let trouble = '';

/** 'self' in the page's own policy is nothing to some browsers, because the page has no origin. */
const policy = document.createElement('meta');
policy.httpEquiv = 'Content-Security-Policy';
policy.content = `connect-src ${location.origin}`;
document.head.append(policy);

/** A time that runs: digits to see, whole minutes to hear. */
const clock = () => element('span', 'time', element('span', ''), element('span', 'unseen'));

/** @param {Element} target @param {Pick<Alert, 'seconds' | 'atLeast'>} what */
function setClock(target, { seconds, atLeast }) {
  Object.assign(part(target, '.time').dataset, { seconds: seconds ?? '', atLeast: atLeast || '' });
}

/** Writes all times anew. */
function tick() {
  stopped = held || trouble ? stopped || performance.now() : 0;
  const passed = Math.floor(((stopped || performance.now()) - received) / 1000);
  /** @type {NodeListOf<HTMLElement>} */
  const times = document.querySelectorAll('.time');
  for (const time of Array.from(times)) {
    const [seen, heard] = Array.from(time.children);
    const { seconds, atLeast } = time.dataset;
    if (!seen || !heard || !seconds) continue;
    seen.setAttribute('aria-hidden', 'true');
    write(seen, `${atLeast ? '≥ ' : ''}${digits(Number(seconds) + passed)}`);
    write(heard, `, ${atLeast ? 'seen so ' : ''}for ${spoken(Number(seconds) + passed)}`);
  }
  write(byId('clock'), timeOfDay(Date.now()).slice(0, 5));
}

const makeCard = () =>
  element(
    'li',
    'card',
    element('bdi', 'name'),
    element('span', 'over', icon('alert'), element('span', 'unseen', ', over the limit, ')),
    element('span', 'state', element('span', 'word')),
    clock(),
    element('bdi', 'reason'),
  );

/** @param {HTMLElement} card @param {Agent} agent */
function updateCard(card, agent) {
  card.id = cardId(agent.key);
  card.tabIndex = -1;
  writeForeign(part(card, '.name'), agent.name);
  if (card.dataset.state !== agent.state) {
    part(card, '.state .icon')?.remove();
    part(card, '.state').prepend(icon(agent.state));
    card.dataset.state = agent.state;
  }
  card.toggleAttribute('data-over', agent.over);
  write(part(card, '.word'), WORDS[agent.state] ?? '');
  writeForeign(part(card, '.reason'), agent.reason);
  setClock(card, agent);
}

/** @type {Map<string, string>} */
const ids = new Map();

/** An ID that no agent's name can spoil. @param {string} key @returns {string} */
function cardId(key) {
  const id = ids.get(key) ?? `card-${ids.size + 1}`;
  ids.set(key, id);
  return id;
}

const makeSection = () =>
  element('section', 'floor', element('h2', ''), element('p', 'summary'), element('ul', 'cards'));

/** @param {HTMLElement} made @param {Section} section */
function updateSection(made, section) {
  const { name, status, problem, counts, waiting, agents } = section;
  const title = part(made, 'h2');
  title.id = `title-${cardId(name)}`;
  made.setAttribute('aria-labelledby', title.id);
  made.dataset.status = status;
  write(title, name);
  const told = STATES.filter(([state]) => counts[state] > 0).map(
    ([state, word]) => `${counts[state]} ${word.toLowerCase()}`,
  );
  const calls = waiting === null ? [] : [`${waiting} in queue`];
  if (told.length === 0 && status === 'up') told.push('Nobody is logged in');
  write(part(made, '.summary'), [...told, ...calls, problem].filter(Boolean).join(' · '));
  part(made, '.cards').setAttribute('role', 'list');
  part(made, '.cards').hidden = agents.length === 0;
  fill(part(made, '.cards'), agents, ({ key }) => key, makeCard, updateCard);
}

const makeAlert = () =>
  element(
    'li',
    '',
    icon('alert'),
    element('a', 'who', element('bdi', '')),
    clock(),
    element('span', 'detail', element('bdi', 'what'), element('span', 'limit')),
  );

/** @param {HTMLElement} made @param {Alert} alert */
function updateAlert(made, { who, what, limit, agent, source, seconds, atLeast }) {
  writeForeign(part(made, '.who bdi'), who);
  if (agent) part(made, '.who').setAttribute('href', `#${cardId(agent)}`);
  writeForeign(part(made, '.what'), what);
  setClock(made, { seconds, atLeast });
  write(part(made, '.limit'), limit && `, limit ${limit}${agent ? ` · ${source}` : ''}`);
}

const makeBar = () =>
  element(
    'li',
    'bar',
    element('span', 'label'),
    element('span', 'number'),
    element('span', 'track', element('span', 'share')),
  );

/** @param {HTMLElement} bar @param {[import('./floor.mjs').State, string]} state */
function updateBar(bar, [state, word]) {
  const all = STATES.reduce((sum, [other]) => sum + floor.counts[other], 0);
  const share = all === 0 ? 0 : Math.round((floor.counts[state] / all) * 100);
  if (!bar.dataset.state) bar.prepend(icon(state));
  bar.dataset.state = state;
  write(part(bar, '.label'), word);
  write(part(bar, '.number'), `${floor.counts[state]}`);
  part(bar, '.track').setAttribute('aria-hidden', 'true');
  part(bar, '.share').style.width = `${share}%`;
}

// The page

function draw() {
  const { title, alerts, sections, counts } = floor;
  write(byId('title'), title);
  document.title = `${alerts.length > 0 ? `(${alerts.length}) ` : ''}${title}`;
  const cards = sections.reduce((sum, { agents }) => sum + agents.length, 0);
  document.body.dataset.cards = cards <= FEW ? 'few' : cards >= MANY ? 'many' : 'usual';
  byId('alerts').toggleAttribute('data-calm', alerts.length === 0);
  byId('calm').hidden = alerts.length > 0;
  byId('alert-list').hidden = alerts.length === 0;
  write(byId('alerts-title'), alerts.length > 0 ? `Alerts: ${alerts.length}` : 'Alerts');
  write(byId('waiting'), floor.waiting === null ? '' : `${floor.waiting} in queue`);
  byId('legend').hidden = !sections.some(({ agents }) => agents.some(({ atLeast }) => atLeast));
  fill(byId('alert-list'), alerts, ({ key }) => key, makeAlert, updateAlert);
  const shown = STATES.filter(([state]) => !RARE.includes(state) || counts[state] > 0);
  fill(byId('bars'), shown, ([state]) => state, makeBar, updateBar);
  fill(byId('sections'), sections, ({ name }) => name, makeSection, updateSection);
  drawStatus();
}

function drawStatus() {
  const read = timeOfDay(floor.at);
  write(byId('updated'), held ? `Updates paused at ${read}` : `Updated ${read}`);
  write(
    byId('trouble'),
    trouble && `Not up to date: last read at ${read}. ${trouble} Trying again.`,
  );
  document.body.toggleAttribute('data-stale', trouble !== '');
  tick();
}

/** Tells a screen reader what has changed, and nothing where nothing has. @param {Alert[]} before */
function announce(before) {
  const names = (/** @type {Alert[]} */ all) => all.map(({ who, what }) => `${who} ${what}`);
  const [old, now] = [before.map(({ key }) => key), floor.alerts.map(({ key }) => key)];
  const begun = names(floor.alerts.filter(({ key }) => !old.includes(key)));
  const over = names(before.filter(({ key }) => !now.includes(key)));
  const told = [
    begun.length > 0 && `New alert: ${begun.join('; ')}.`,
    over.length > 0 && `Over: ${over.join('; ')}.`,
  ].filter(Boolean);
  if (told.length > 0) write(byId('news'), told.join(' '));
}

/**
 * n8n gives its pages no origin, so the browser sends no login: the page brings the token it came
 * with.
 * @returns {Promise<Floor>} rejects with an Error with words for the reader, or any other
 */
async function fetchFloor() {
  const answer = await fetch(location.origin + location.pathname, {
    method: 'POST',
    headers: { Authorization: `Bearer ${floor.token}` },
    credentials: 'omit',
    signal: AbortSignal.timeout(30_000),
  });
  // The token is too old, for the computer slept. Loading the page anew signs in anew.
  if (answer.status === 401 || answer.status === 403) location.reload();
  if (!answer.ok) throw new Trouble(`n8n answers with error ${answer.status}.`);
  const [, json] = /<script id="floor"[^>]*>(.*?)<\/script>/s.exec(await answer.text()) ?? [];
  if (json === undefined) throw new Trouble('n8n answers with another page.');
  return JSON.parse(json);
}

/** What the reader is told in its own words. */
class Trouble extends Error {}

async function refresh() {
  if (held || refreshing || document.hidden) return;
  refreshing = true;
  try {
    const fresh = await fetchFloor();
    const before = floor.alerts;
    floor = fresh;
    received = performance.now();
    trouble = '';
    draw();
    announce(before);
  } catch (error) {
    trouble = error instanceof Trouble ? error.message : 'n8n does not answer.';
    drawStatus();
  } finally {
    refreshing = false;
  }
}

byId('hold').addEventListener('click', () => {
  held = !held;
  write(byId('hold'), held ? 'Resume updates' : 'Pause updates');
  drawStatus();
  void refresh();
});
document.addEventListener('visibilitychange', () => void refresh());

async function keepFresh() {
  await refresh();
  setTimeout(keepFresh, floor.refreshSeconds * 1000);
}

draw();
setInterval(tick, 1000);
setTimeout(keepFresh, floor.refreshSeconds * 1000);
