import type { INodeExecutionData, NodeApiError } from 'n8n-workflow';
import { forgetLogins } from '../../nodes/shared/http/loginGuard';
import { startSimulator, type Simulator } from '../simulator/index.mjs';
import { execute, type Subject } from './contexts';

type SimulatorOptions = NonNullable<Parameters<typeof startSimulator>[0]>;

/** A simulator of its own for each test of the file, whose clock stands still. */
export function useSimulator(options: SimulatorOptions = {}) {
  const current: { simulator?: Simulator } = {};
  beforeEach(async () => {
    forgetLogins();
    current.simulator = await startSimulator({
      floor: 'recorded',
      now: '2026-11-21T22:18:21Z',
      speed: 0,
      ...options,
    });
  });
  afterEach(() => current.simulator?.close());
  return (): Simulator => {
    if (current.simulator === undefined) throw new Error('no simulator outside a test');
    return current.simulator;
  };
}

/** An agent as the editor saves one that was typed, or an expression for one. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** The JSON of all items. */
export const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);

/** How often each function was called, in the order of the first call. */
export function calls(simulator: Simulator): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { function: name } of simulator.requests()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** What was asked, and about which agent, in turn. */
export const askedAbout = (simulator: Simulator) =>
  simulator.requests().map((each) => [each.function, each.agentUser]);

/** Runs a node that is to fail as a whole, so that nothing is emitted. */
export async function errorOf(
  subject: Subject,
  items?: Parameters<typeof execute>[1],
): Promise<NodeApiError> {
  const outcome = await execute(subject, items).then(
    (emitted) => ({ emitted }),
    (error: NodeApiError) => ({ error }),
  );
  if ('error' in outcome) return outcome.error;
  throw new Error(`emitted ${JSON.stringify(outcome.emitted)}`);
}

/** Every text that hangs on something, own properties that do not show included. */
export function allText(thing: unknown, seen = new Set<unknown>()): string {
  if (typeof thing !== 'object' || thing === null) return String(thing);
  if (seen.has(thing)) return '';
  seen.add(thing);
  return Reflect.ownKeys(thing)
    .map((key) => `${String(key)}: ${allText(Reflect.get(thing, key), seen)}`)
    .join('\n');
}
