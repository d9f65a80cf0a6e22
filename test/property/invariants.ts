import { lost } from './lost';
import { timeRows } from './world/setup';
import { toldBy, type Told } from './told';
import type { History } from './world/history';
import type { Polled } from './world/play';

/** What must hold of any history, whatever the reference says: each gives what is wrong. */
export function broken(history: History, played: readonly Polled[]): string[] {
  const polls = played.map((polled) => ({ polled, told: eventsOf(polled) }));
  return [
    ...polls.flatMap(({ polled, told }) => told.flatMap((each) => outOfThinAir(each, polled))),
    ...polls.flatMap(({ told }) => told.flatMap(unseenForLonger)),
    ...polls.flatMap(({ polled }) => askedForTooLittle(polled)),
    ...(isOneStory(history) ? stories(polls.filter(({ polled }) => !forgot(history, polled))) : []),
    ...lost(history, played).map((alert) => `never told: ${alert}`),
  ];
}

interface ToldPoll {
  polled: Polled;
  told: Told[];
}

const eventsOf = ({ given, server }: Polled) =>
  (given.items ?? []).map((item) => toldBy(item, server));

/** What a process told that was killed before it could save may come again (rule 16). */
const forgot = ({ scheduler }: History, { killed }: Polled) => killed && scheduler === 'classic';

const isAlert = ({ key }: Told) => /^(stateTooLong|countLimit)/.test(key);

/** Whether all that was told is remembered, so that each alert has one story from begin to end. */
function isOneStory({ setup, polls }: History): boolean {
  const edits = polls.flatMap(({ edit }) => edit ?? []);
  const forgets = edits.some(({ edit }) => edit === 'renameNode' || edit === 'otherServer');
  const hides = edits.some(
    (edit) => edit.edit === 'options' && edit.options.sendResolved === false,
  );
  return setup.sendResolved && !forgets && !hides;
}

/** Rules 9 and 10: one `fired`, a graver one at most once, and one `resolved`. */
const STORY = /^(f(e?|p)*r)*(f(e?|p)*)?$/;
const LETTER: Record<string, string> = { fired: 'f', escalated: 'e', repeated: 'p', resolved: 'r' };

function stories(polls: readonly ToldPoll[]): string[] {
  const byKey = new Map<string, Told[]>();
  for (const { told } of polls) {
    for (const each of told.filter(isAlert))
      byKey.set(each.key, [...(byKey.get(each.key) ?? []), each]);
  }
  return [...byKey].flatMap(([key, story]) => [
    ...(STORY.test(story.map(({ event }) => LETTER[event]).join(''))
      ? []
      : [`${key}: ${story.map(({ event }) => event).join(', ')}`]),
    ...story.slice(1).flatMap((each, index) => follows(story[index]!, each)),
  ]);
}

/** Within an alert the id stays, and the severity never falls. */
function follows(before: Told, after: Told): string[] {
  if (after.event === 'fired') return [];
  const graver = after.event === 'escalated';
  const wanted = graver ? 'critical' : before.severity;
  return [
    ...(before.idStart === after.idStart ? [] : [`${after.key}: the alertId changes`]),
    ...(after.severity === wanted ? [] : [`${after.key}: ${after.event} as ${after.severity}`]),
    ...(graver && before.severity === 'critical' ? [`${after.key}: escalated twice`] : []),
  ];
}

/** Nothing before its limit, and nobody who was not seen like that. */
function outOfThinAir(told: Told, { answer }: Polled): string[] {
  if (!['fired', 'escalated', 'repeated'].includes(told.event)) return [];
  const wrong = (what: string) => [`${told.event} ${told.key}: ${what}`];
  if (answer === null || 'fault' in answer) return wrong('nothing was seen');
  if (told.key.startsWith('countLimit')) return countHolds(told) ? [] : wrong('not over its limit');
  const [states = '', code = ''] = told.key.slice(0, told.key.lastIndexOf('/')).split(':').slice(1);
  const agentKey = told.key.slice(told.key.lastIndexOf('/') + 1);
  const row = answer.rows.find(({ agentId }) => agentId.toLowerCase() === agentKey);
  if (row === undefined) return wrong('the agent was not seen');
  if (!states.split('+').includes(row.state)) return wrong(`the agent was ${row.state}`);
  const reason = (row.reason ?? '').trim().toLowerCase();
  if (!['', '*', reason].includes(code)) return wrong(`the pause code was ${reason}`);
  return told.event !== 'repeated' && told.value! < told.threshold!
    ? wrong('before its limit')
    : [];
}

/** Nobody can have missed more of a time than there is. */
function unseenForLonger({ key, event, value, unseen }: Told): string[] {
  return key.startsWith('stateTooLong') && unseen! > value!
    ? [`${event} ${key}: unseen for ${unseen} of ${value} s`]
    : [];
}

/** With no more uncertainty than there is: agents who are unknown are not counted in. */
function countHolds({ event, key, value, threshold }: Told): boolean {
  if (event === 'repeated' || value === null) return event === 'repeated';
  const [, measure, comparison] = key.split(':');
  // A percentage is rounded to one decimal.
  const slack = measure === 'percent' ? 0.05 : 0;
  return comparison === 'atLeast' ? value + slack >= threshold! : value - slack <= threshold!;
}

/** A source may leave out what nobody wants: the trigger has to ask for all its limits need. */
function askedForTooLittle({ wanted, setup }: Polled): string[] {
  if (wanted === null) return [];
  const needed = timeRows(setup).flatMap(({ states }) => states);
  const missing = needed.filter((state) => !wanted.states.includes(state));
  return missing.map((state) => `nobody asked for ${state}`);
}
