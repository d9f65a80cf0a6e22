import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { attempt, toNodeApiError, type Outcome } from '../http/failure';
import { forPoll } from '../node/clientOptions';
import { parameterReader } from '../node/parameters/read';
import type { Vendor } from '../node/vendor';
import type { Floor } from '../model/Floor';
import { beat } from './heartbeat';
import type { ItemOptions } from './items/body';
import { toItem } from './items/items';
import { withLock } from './lock';
import { onClock, polled, wholeSeconds } from './timing';
import { sampleItems } from './sample/sample';
import { readSetup, type Setup } from './setup';
import { ownerKey, recall, remember, type Owner, type Recalled, type Stored } from './store';
import { failedTurn, takeTurn } from './turn';

const DEFAULT_BUDGET_MS = 300_000;

/**
 * One poll of a trigger: reads the floor, tells what is new, or null when nothing is. Nothing
 * that comes from the wire is thrown, since a throw at activation or at n8n's start would end
 * the trigger for good (docs/n8n.md, Polling); an outage is reported once.
 *
 * @throws NodeApiError for a set-up that cannot be right, and for everything in a manual run
 */
export async function pollFloor<Client>(
  context: IPollFunctions,
  vendor: Omit<Vendor<Client, Floor>, 'resources'>,
): Promise<INodeExecutionData[][] | null> {
  const read = parameterReader((name) => context.getNodeParameter(name, null));
  const setup = orThrow(context, await attempt(async () => readSetup(read, context.getTimezone())));
  const budgetMs = context.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS;
  const opened = await attempt(async () => {
    const credentials = await context.getCredentials(vendor.credential);
    const client = vendor.connect(
      context,
      credentials,
      forPoll(context, setup.requestTimeoutSeconds),
    );
    vendor.checkTrigger?.(client, read);
    return vendor.floor(client, read);
  });
  const poll: Poll = {
    context,
    owner: { workflowId: context.getWorkflow().id ?? '', nodeId: context.getNode().id },
    setup,
    opened,
    options: (sourceId) => ({
      ...setup,
      vendor: vendor.id,
      vendorName: vendor.name,
      source: sourceId,
      agentKey: keyOf(opened),
    }),
  };
  if (context.getMode() === 'manual') return fetchTest(poll);
  return withLock(
    ownerKey(poll.owner),
    () => Date.now(),
    budgetMs,
    (counts) => scheduled(poll, counts),
  );
}

interface Poll {
  context: IPollFunctions;
  owner: Owner;
  setup: Setup;
  opened: Outcome<Floor>;
  options(sourceId: string): ItemOptions;
}

async function fetchTest({ context, owner, setup, opened, options }: Poll) {
  const source = orThrow(context, opened);
  const { memory } = recall(owner, source.id, storeOf(context));
  const sampled = await attempt(async () =>
    sampleItems(
      setup,
      await source.readFloor(setup.wanted),
      memory,
      options(source.id),
      source.hasRoster,
    ),
  );
  return [orThrow(context, sampled).map((json) => ({ json }))];
}

/** Recalls, takes the turn, remembers after the last await, and only then emits. */
async function scheduled(
  poll: Poll,
  counts: () => boolean,
): Promise<INodeExecutionData[][] | null> {
  const { context, owner, setup, opened, options } = poll;
  const stored = storeOf(context);
  const recalled = recall(owner, opened.ok ? opened.value.id : undefined, stored);
  const now = wholeSeconds(Date.now());
  const memory = onClock(recalled.memory, now);
  if (!opened.ok && recalled.source === undefined) orThrow(context, opened);
  const turn = opened.ok
    ? await takeTurn(setup, opened.value, memory, now)
    : failedTurn(setup, memory, opened.failure, now);
  if (!counts()) return null;
  const heart = beat(polled(turn.memory, now), setup.heartbeatMs, now);
  const source = opened.ok ? opened.value.id : (recalled.source ?? '');
  const items = [...turn.events, ...heart.events]
    .filter(({ event }) => setup.sendResolved || !ENDS.has(event))
    .map((event) => ({ json: toItem(event, options(source), turn.counts) }));
  save(poll, stored, { ...recalled, memory: heart.memory, source });
  if (turn.error !== null) context.__emitError(toNodeApiError(context.getNode(), turn.error));
  return items.length === 0 ? null : [items];
}

const ENDS = new Set<string>(['resolved', 'sourceRecovered']);

function save({ context, owner }: Poll, stored: Stored, recalled: Recalled): void {
  const forgotten = remember(owner, stored, recalled, Date.now());
  if (forgotten === 0) return;
  context.logger.warn(`Too many agents to remember: ${forgotten} who paused last were forgotten`);
}

function storeOf(context: IPollFunctions): Stored {
  return {
    own: context.getWorkflowStaticData('node'),
    shared: context.getWorkflowStaticData('global'),
  };
}

function keyOf(opened: Outcome<Floor>): (agentId: string) => string {
  return opened.ok ? opened.value.agentKey : (agentId) => agentId;
}

function orThrow<T>(context: IPollFunctions, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw toNodeApiError(context.getNode(), outcome.failure);
}
