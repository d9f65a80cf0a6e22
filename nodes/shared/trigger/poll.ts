import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { attempt, toNodeApiError, type ContactCenterFailure, type Outcome } from '../failure';
import { parameterReader } from '../parameters/read';
import type { AgentSource } from '../source';
import { evaluate } from './evaluate';
import { toItem, type ItemOptions } from './items';
import { withLock } from './lock';
import { look } from './look';
import { onClock, polled, type Memory } from './memory';
import { sampleItems } from './sample';
import { readSetup, type Setup } from './setup';
import { ownerKey, recall, remember, type Owner } from './store';

/** What a vendor brings to the one engine that all triggers run on. */
export interface TriggerVendor {
  vendor: string;
  createSource(context: IPollFunctions, timeoutSeconds: number): Promise<AgentSource>;
}

/** What one poll came to: what to remember, what to emit, and an outage to report. */
interface Turn {
  memory: Memory;
  items: INodeExecutionData[];
  outage?: ContactCenterFailure;
}

const DEFAULT_BUDGET_MS = 300_000;
const BAD_POLLS_UNTIL_TOLD = 3;

/**
 * One poll of a trigger: reads the floor, tells what is new, or null when nothing is. Nothing
 * that comes from the wire is thrown, since a throw at activation or at n8n's start would end
 * the trigger for good (docs/n8n.md, Polling); an outage is reported once.
 *
 * @throws NodeApiError for a set-up that cannot be right, and for everything in a manual run
 */
export async function pollFloor(
  context: IPollFunctions,
  vendor: TriggerVendor,
): Promise<INodeExecutionData[][] | null> {
  const read = parameterReader((name) => context.getNodeParameter(name, null));
  const setup = orThrow(context, await attempt(async () => readSetup(read)));
  const budgetMs = context.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS;
  const timeoutSeconds = Math.min(setup.requestTimeoutSeconds, budgetMs / 1000);
  const opened = await attempt(() => vendor.createSource(context, timeoutSeconds));
  const owner = { workflowId: context.getWorkflow().id ?? '', nodeId: context.getNode().id };
  if (context.getMode() === 'manual') return fetchTest(context, owner, vendor, setup, opened);
  return withLock(ownerKey(owner), Date.now(), budgetMs, (holds) =>
    scheduled(context, owner, holds, opened, (source, memory) =>
      takeTurn(setup, source, memory, optionsOf(vendor, setup, source)),
    ),
  );
}

async function fetchTest(
  context: IPollFunctions,
  owner: Owner,
  vendor: TriggerVendor,
  setup: Setup,
  opened: Outcome<AgentSource>,
): Promise<INodeExecutionData[][]> {
  const source = orThrow(context, opened);
  const { memory } = recall(owner, source.id, context.getWorkflowStaticData('node'));
  const options = optionsOf(vendor, setup, source);
  const sampled = await attempt(async () =>
    sampleItems(setup, await source.readFloor(setup.states), memory, options),
  );
  return [orThrow(context, sampled).map((json) => ({ json }))];
}

/** Recalls, takes the turn, remembers after the last await, and only then emits. */
async function scheduled(
  context: IPollFunctions,
  owner: Owner,
  holds: () => boolean,
  opened: Outcome<AgentSource>,
  turnOf: (source: AgentSource, memory: Memory) => Promise<Turn>,
): Promise<INodeExecutionData[][] | null> {
  const staticData = context.getWorkflowStaticData('node');
  const recalled = recall(owner, opened.ok ? opened.value.id : undefined, staticData);
  const now = wholeSeconds(Date.now());
  const memory = onClock(recalled.memory, now);
  if (!opened.ok && recalled.source === undefined) orThrow(context, opened);
  const turn = opened.ok
    ? await turnOf(opened.value, memory)
    : afterBadPoll(memory, opened.failure);
  if (!holds()) return null;
  const forgotten = remember(
    owner,
    staticData,
    {
      memory: polled(turn.memory, now),
      seq: recalled.seq,
      source: opened.ok ? opened.value.id : recalled.source,
    },
    Date.now(),
  );
  if (forgotten > 0) {
    context.logger.warn(`Too many agents to remember: ${forgotten} who paused last were forgotten`);
  }
  if (turn.outage !== undefined)
    context.__emitError(toNodeApiError(context.getNode(), turn.outage));
  return turn.items.length === 0 ? null : [turn.items];
}

async function takeTurn(
  setup: Setup,
  source: AgentSource,
  memory: Memory,
  options: ItemOptions,
): Promise<Turn> {
  const seen = await look(source, setup.states, memory);
  if (seen.kind === 'doubted') return { memory: { ...memory, doubt: seen.doubt }, items: [] };
  if (seen.kind === 'bad') return afterBadPoll({ ...memory, doubt: seen.doubt }, seen.failure);
  const result = evaluate(setup.rules, memory, { ...setup, agents: seen.agents }, seen.at);
  const items = result.events
    .filter(({ event }) => setup.sendResolved || event !== 'resolved')
    .map((event) => ({ json: toItem(event, options) }));
  return { memory: result.memory, items };
}

/** A refused login is told at once, anything else when it lasts; each outage once. */
export function afterBadPoll(memory: Memory, failure: ContactCenterFailure): Turn {
  const badPolls = memory.badPolls + 1;
  const lasts = failure.kind === 'loginRefused' || badPolls >= BAD_POLLS_UNTIL_TOLD;
  const tell = lasts && !memory.outageTold;
  return {
    memory: { ...memory, badPolls, outageTold: memory.outageTold || tell },
    items: [],
    outage: tell ? failure : undefined,
  };
}

function optionsOf({ vendor }: TriggerVendor, setup: Setup, source: AgentSource): ItemOptions {
  return { ...setup, vendor, source: source.id, agentKey: source.agentKey };
}

function orThrow<T>(context: IPollFunctions, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw toNodeApiError(context.getNode(), outcome.failure);
}

function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}
