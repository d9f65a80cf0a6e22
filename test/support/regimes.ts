import isEqual from 'lodash/isEqual';
import { PollContext } from 'n8n-core';
import { Workflow, type IDataObject, type INode, type INodeExecutionData } from 'n8n-workflow';
import { freshTrigger, type ControlledFloor } from './controlledFloor';
import { at, MINUTE, T0 } from './floor';
import { additionalData, executor } from './pollExecutor';

/** Who runs the polls, and so when memory reaches the database (docs/n8n.md, Memory). */
export type Regime = 'classic' | 'durable' | 'durableCursors';

/** What n8n's database has of a workflow; a new process gets nothing else. */
export interface Database {
  workflowId: string;
  nodes: INode[];
  /** One column for all nodes, by `node:<name>`. */
  staticData: IDataObject;
  /** Durable cursors, by node id. */
  cursors: Record<string, IDataObject>;
}

/** What is done when kill -9 hits n8n in the middle of an emission. */
export type DoneBeforeKill = 'memorySaved' | 'executionStarted';

/** What the durable scheduler gives a poll, and when it gives it up and throws away what it returns. */
const DURABLE_BUDGET_MS = 36_000;
const DURABLE_TIMEOUT_MS = 45_000;

/** As JSON, which is what a database keeps. */
export const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/**
 * An n8n with one workflow: its database, and one process after the other. Workflows, contexts,
 * static data and polls are n8n's own; what its server does around them is done here in the same
 * order (n8n 2.41.1: trigger-execution-context.factory, workflow-trigger-activator).
 */
export async function startN8n(regime: Regime, floor: ControlledFloor, ...nodes: INode[]) {
  const database: Database = { workflowId: 'workflow-1', nodes, staticData: {}, cursors: {} };
  const told: { node: string; item: IDataObject; minute: number }[] = [];
  let dying: DoneBeforeKill | undefined;
  let host = await newProcess(regime);

  async function newProcess(runBy: Regime) {
    const trigger = await freshTrigger(floor);
    return { regime: runBy, trigger, registered: new Map<string, Workflow>(), alive: true };
  }

  const workflowFromDatabase = () =>
    new Workflow({
      ...stored({ nodes: database.nodes, staticData: database.staticData }),
      id: database.workflowId,
      connections: {},
      active: true,
      nodeTypes: {
        getByName: () => host.trigger,
        getByNameAndVersion: () => host.trigger,
        getKnownTypes: () => ({}),
      },
      settings: { executionOrder: 'v1', timezone: 'UTC' },
    });

  const save = ({ staticData }: Workflow) => {
    if (Reflect.get(staticData, '__dataChanged') !== true) return;
    database.staticData = stored(staticData);
    Reflect.set(staticData, '__dataChanged', false);
  };

  const start = (node: string, items: INodeExecutionData[]) =>
    told.push(...items.map(({ json }) => ({ node, item: json, minute: minuteNow() })));

  /** What n8n does with what a poll returned: memory first, then the execution. */
  const emit = (
    workflow: Workflow,
    { id, name }: INode,
    items: INodeExecutionData[],
    cursor?: IDataObject,
  ) => {
    if (dying === undefined) {
      save(workflow);
      if (cursor !== undefined) database.cursors[id] = stored(cursor);
      start(name, items);
      return;
    }
    host.alive = false;
    if (dying === 'memorySaved') save(workflow);
    // A cursor and its execution are one transaction, which was not to be.
    else if (cursor === undefined) start(name, items);
  };

  async function pollOnce(workflow: Workflow, node: INode, activation = false) {
    const mine = host;
    const began = Date.now();
    const given = () =>
      mine.alive && (mine.regime === 'classic' || Date.now() - began <= DURABLE_TIMEOUT_MS);
    let staged: { before: IDataObject; now: IDataObject } | undefined;
    const changed = () => (staged && !isEqual(staged.before, staged.now) ? staged.now : undefined);
    const context = new PollContext(
      workflow,
      node,
      additionalData,
      'trigger',
      'activate',
      ([items = []]) => given() && emit(workflow, node, items, changed()),
      (error) => {
        throw error;
      },
      async () => {
        const cursor = changed();
        if (given() && cursor) database.cursors[node.id] = stored(cursor);
      },
      async (poll) => {
        if (mine.regime === 'durableCursors') {
          database.cursors[node.id] ??= stored(workflow.getStaticData('node', node));
        }
        const cursor = database.cursors[node.id];
        staged = cursor && { before: stored(cursor), now: stored(cursor) };
        return poll();
      },
      () => staged?.now ?? workflow.getStaticData('node', node),
      mine.regime === 'classic' ? undefined : () => DURABLE_BUDGET_MS,
    );
    await executor.create(workflow, node, context, () => mine.alive)(activation);
  }

  /** Registers triggers as one batch: a first poll each, then the memory of all is saved. */
  async function register(batch: readonly INode[]) {
    const workflow = workflowFromDatabase();
    await Promise.all(
      batch.map(async ({ id, name }) => {
        host.registered.set(id, workflow);
        await pollOnce(workflow, workflow.getNode(name)!, true);
      }),
    );
    save(workflow);
  }

  async function poll(minute: number) {
    jest.setSystemTime(at(minute));
    const due = database.nodes
      .filter(({ id }) => host.registered.has(id))
      .map(({ id, name }) => {
        const batch = host.registered.get(id)!;
        const workflow = host.regime === 'classic' ? batch : workflowFromDatabase();
        return { workflow, node: workflow.getNode(name)! };
      });
    await Promise.all(due.map(({ workflow, node }) => pollOnce(workflow, node)));
  }

  return {
    database,
    told,
    /** Publishes the workflow as it is in the database; triggers that did not change run on. */
    async publish(minute: number, changed: readonly INode[] = database.nodes) {
      jest.setSystemTime(at(minute));
      await register(changed);
    },
    poll,
    async pollEveryMinute(from: number, to: number) {
      for (let minute = from; minute <= to; minute += 1) await poll(minute);
    },
    /** The next emission is cut short by kill -9. */
    killAtEmission(done: DoneBeforeKill) {
      dying = done;
    },
    /** kill -9: what runs now comes to nothing any more. */
    kill() {
      host.alive = false;
    },
    /** A new process on the same database, and its first poll. */
    async start(minute: number, as: Regime = host.regime) {
      host.alive = false;
      dying = undefined;
      host = await newProcess(as);
      if (as === 'classic') return this.publish(minute);
      const workflow = workflowFromDatabase();
      database.nodes.forEach(({ id }) => host.registered.set(id, workflow));
      return poll(minute);
    },
  };
}

export type SimulatedN8n = Awaited<ReturnType<typeof startN8n>>;

const minuteNow = () => (Date.now() - T0) / MINUTE;

/** What was told, as "12: fired 1001" and "40: resolved 1001 leftState". */
export const toldBy = ({ told }: SimulatedN8n): string[] =>
  told.map(({ minute, item: { event, agent, resolveReason } }) =>
    [`${minute}:`, event, (agent as IDataObject | null)?.agentId, resolveReason]
      .filter(Boolean)
      .join(' '),
  );
