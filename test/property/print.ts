import type { Difference } from './compare';
import { clock } from './compare';
import type { Polled } from './world/play';
import type { History } from './world/history';

/** Of so many agents all are printed, of more only those whom it is about. */
const FEW = 6;

/** A history and what went wrong in it, small: a line per poll. */
export function printed(history: History, played: readonly Polled[], differences: Difference[]) {
  const { scheduler, zone, agents } = history;
  const wrong = differences.flatMap(({ missing, unexpected }) => [...missing, ...unexpected]);
  const isAbout = (agentId: string) =>
    agents.length <= FEW || wrong.some((text) => text.includes(`/${agentId.toLowerCase()} `));
  const lines = played.flatMap((polled) => [
    pollLine(polled, isAbout),
    ...differences
      .filter(({ poll }) => poll === polled.number)
      .flatMap(({ missing, unexpected }) => [
        ...missing.map((text) => `      MISSING    ${text}`),
        ...unexpected.map((text) => `      UNEXPECTED ${text}`),
      ]),
  ]);
  return [
    `world ${JSON.stringify({ scheduler, zone })}, ${agents.length} agents`,
    ...setups(played),
    ...lines,
  ].join('\n');
}

/** Each set-up once, where it begins to count. */
function setups(played: readonly Polled[]): string[] {
  return played
    .filter(({ setup }, index) => setup !== played[index - 1]?.setup)
    .map(({ setup: { rows, ...options }, number }) =>
      [
        `set-up from poll ${number}: ${JSON.stringify(options)}`,
        ...rows.map((row) => JSON.stringify(row)),
      ].join('\n    '),
    );
}

function pollLine(polled: Polled, isAbout: (agentId: string) => boolean): string {
  const { number, begun, ended, answer, runs, given } = polled;
  const done = (['published', 'renamed', 'restarted'] as const).filter((what) => polled[what]);
  const notes = [
    ...done,
    ...(polled.killed ? ['killed after'] : []),
    ...(runs === 'alone' ? [] : [runs]),
    ...(ended === begun ? [] : [`until ${clock(Math.floor(ended / 1000))}`]),
    ...(given.items === null ? [] : [`tells ${given.items.map(({ event }) => event).join(', ')}`]),
  ];
  const ms = begun % 1000 === 0 ? '' : `.${begun % 1000}`;
  return `${number}: ${clock(Math.floor(begun / 1000))}${ms} ${answered(answer, polled.word, isAbout)} ${notes.join(', ')}`;
}

function answered(
  answer: Polled['answer'],
  word: Polled['word'],
  isAbout: (agentId: string) => boolean,
): string {
  if (answer === null) return 'not asked';
  if ('fault' in answer) return `fault ${answer.fault}`;
  const shown = answer.rows.filter(({ agentId }) => isAbout(agentId));
  const others = answer.rows.length - shown.length;
  const rows = shown.map(({ agentId, state, reason, callsToday, stateSince, teams }) =>
    [
      agentId,
      state,
      ...(reason === null ? [] : [`(${reason})`]),
      ...(callsToday === null ? [] : [`calls ${callsToday}`]),
      ...(stateSince === null ? [] : [`since ${clock(Math.floor(stateSince / 1000))}`]),
      ...(teams.campaign === null ? [] : [`in ${teams.campaign}`]),
    ].join(' '),
  );
  const calls = answer.callsWaiting === null ? [] : [`${answer.callsWaiting} calls wait`];
  const rest = others === 0 ? [] : [`${others} others`];
  return `[${[...rows, ...rest, ...calls].join('; ')}]${word === 'yes' ? '' : ` word ${word}`}`;
}
