import type { ILoadOptionsFunctions, INodeParameters, INodeType } from 'n8n-workflow';
import type { Floor } from '../../nodes/shared/model/Floor';
import type { System } from '../simulator/systems.mjs';
import { execute, lookup, poller, type Subject } from './contexts';
import { testCredential } from './credentialTest';
import { rightsTable } from './rightsTable.mjs';

type Run = () => Promise<unknown>;
type Tasks = Record<string, Run>;

/** A system whose user has just some rights. */
export interface Rights {
  system: System;
  /** Gives the user these rights of the page, and no other. */
  grant(rights: readonly string[]): void;
  /** What the page lists, by its words. */
  tasks: Tasks;
  /** What a user reads who lacks a right. */
  refusal: RegExp;
  /** Rights without which something is left out of the answer instead. */
  optional?: Record<string, string[]>;
}

export const items = async (subject: Subject) => (await execute(subject)).map(({ json }) => json);
export const fetchTest = async (subject: Subject) =>
  (await poller({ ...subject, mode: 'manual' }).poll()).items;

/** The credential test passes, or fails with its words. */
export async function credential(subject: Subject): Promise<string> {
  const verdict = await testCredential(subject);
  if (verdict !== 'OK') throw new Error(verdict);
  return verdict;
}

/** Lists of the editor, one after the other. */
export async function lists(subject: Subject, ...names: string[]): Promise<unknown[]> {
  const { listSearch = {}, loadOptions = {} } = (subject.nodeType as INodeType).methods ?? {};
  const found = [];
  for (const name of names) {
    const list: ((this: ILoadOptionsFunctions) => Promise<unknown>) | undefined =
      listSearch[name] ?? loadOptions[name];
    found.push(await list?.call(lookup(subject) as unknown as ILoadOptionsFunctions));
  }
  return found;
}

/** Parameters of what the pages list. */
export const DAY = { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' };
export const COUNTS = { resource: 'team', operation: 'getCounts' };
export const WAITING: INodeParameters = {
  events: ['countLimit'],
  countLimits: {
    rows: [{ measure: 'callsWaiting', comparison: 'atLeast', value: 0, forMinutes: 0 }],
  },
};

/** A trigger makes sure of this when most of the floor is gone at once. */
export const readAndConfirm = async (floor: Floor, agentId: string) => {
  await floor.readFloor({ states: [], callsWaiting: false });
  return floor.confirmOffline(agentId);
};

/** First and second line of an error. */
const wordsOf = (error: Error & { description?: string; advice?: string }) =>
  [error.message, error.description, error.advice].join(' ');

/** What is left of an answer when its times are taken out. */
const shape = (value: unknown) =>
  JSON.stringify(value)
    .replace(/"\d{4}-\d\d-\d\d[^"]*"/g, '""')
    .replace(/:\d+/g, '');

/**
 * Tries each row of the table of rights on a system's page: its rights are enough, and each of them
 * is needed.
 */
export function tryRights({ system, tasks, grant, refusal, optional = {} }: Rights): void {
  const table = rightsTable(system.page);

  test('each row of the page is tried', () => {
    expect(table.map(({ task }) => task).sort()).toEqual(Object.keys(tasks).sort());
  });

  test.each(table)('$task: the rights on the page are enough', async ({ task, rights }) => {
    grant(rights);
    await expect(tasks[task]?.()).resolves.toBeDefined();
  });

  const each = table.flatMap(({ task, rights }) =>
    rights.map((right) => ({ task, rights, right })),
  );

  test.each(each)('$task: not without $right', async ({ task, rights, right }) => {
    const run = tasks[task] ?? (async () => undefined);
    grant(rights);
    const full = shape(await run());
    grant(rights.filter((other) => other !== right));
    if (optional[task]?.includes(right)) expect(shape(await run())).not.toBe(full);
    else {
      const told = await run().then(() => 'nothing was refused', wordsOf);
      expect(told).toMatch(refusal);
      expect(told).toContain(right.replace(/^(User Level|Modify Users).*/, ''));
    }
  });
}
