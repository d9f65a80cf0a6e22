import type { AgentState } from '../shared/model/AgentState';

/** What is paused, unless the user says more: `*` stands for anything. */
export const PAUSED_STATUSES = 'PAUSE*, *BREAK*, LUNCH*';

/** CROCO-dial's statuses as they are compared (docs/vendors/croco-dial.md, States). */
const STATUS = new Map<string, AgentState>([
  ['READY', 'ready'],
  ['INCALL', 'busy'],
  ['DISPOSITION', 'wrapUp'],
]);

/** A status as it is compared: without case, spaces and punctuation. */
const bare = (text: string) => text.toUpperCase().replace(/[^\p{L}\p{N}*]/gu, '');

/**
 * A status of CROCO-dial as one of our states, and the reason of a pause.
 *
 * @param paused statuses that mean paused as well, `*` standing for anything
 */
export function readStatus(
  status: string,
  paused: readonly string[],
): { state: AgentState; reason: string | null } {
  const compared = bare(status).replaceAll('*', '');
  const known = STATUS.get(compared);
  if (known !== undefined) return { state: known, reason: null };
  const isPaused = compared.startsWith('PAUSE') || paused.some((each) => matches(compared, each));
  return isPaused
    ? { state: 'paused', reason: reasonOf(status) }
    : { state: 'unknown', reason: null };
}

/** In time linear to both: each part between asterisks is looked for after the one before. */
function matches(compared: string, pattern: string): boolean {
  const parts = bare(pattern).split('*');
  const [first = '', ...others] = parts;
  if (parts.join('') === '') return false;
  const last = others.pop();
  if (last === undefined) return compared === first;
  if (!compared.startsWith(first)) return false;
  let from = first.length;
  for (const part of others) {
    const at = compared.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return compared.length - last.length >= from && compared.endsWith(last);
}

/** What stands after `PAUSE -`, or the whole text where the status is the reason itself. */
function reasonOf(status: string): string | null {
  const reason = status
    .trim()
    .replace(/^PAUSED?(?![\p{L}\p{N}])[^\p{L}\p{N}]*/iu, '')
    .trim();
  return reason === '' ? null : reason;
}
