import { describeAgent, readSince, readState } from './agents.mjs';

/** @import { Agent, AgentPatch, Segment, State, SubState } from './types.mjs' */
/** @import { WorldParts } from './world.mjs' */

/** Sub-states of `busy` in which the agent does not talk yet, so that no call is counted. */
const NOT_TALKING = new Set(['ringing', 'preview', 'routing']);

/** The states an agent can have a call in. */
const WITH_CALL = new Set(['busy', 'wrapUp']);

const MOST_SEGMENTS = 5000;

/**
 * Changes one agent: closes the stretch that ends, opens or closes the call, counts it, and tells
 * the truth log. `at` is the moment the change happened, unless the patch says `since`.
 *
 * @param {WorldParts} parts
 * @param {Agent} agent
 * @param {AgentPatch} patch
 * @param {number} at
 */
export function moveAgent(parts, agent, patch, at) {
  const from = agent.state;
  const to = patch.state === undefined ? from : readState(patch.state);
  const moved = to !== from;
  const subState = patch.subState === undefined ? (moved ? null : agent.subState) : patch.subState;
  const reason = nextReason(agent, patch, to);
  const since = readSince(patch);
  const when = since ?? at;

  const campaign = patch.campaign ?? agent.campaign;
  const wasTalking = isTalking(from, agent.subState);
  if (
    moved ||
    subState !== agent.subState ||
    reason !== agent.reason ||
    campaign !== agent.campaign
  ) {
    remember(parts.segments, agent, when);
    agent.detailSince = when;
  }
  describeAgent(agent, patch);
  if (moved || since !== undefined) agent.since = when;
  if (moved || reason !== agent.reason) {
    parts.truth.add({ at: when, agentId: agent.id, from, to, reason });
  }

  agent.state = to;
  agent.subState = subState;
  agent.reason = reason;
  updateCall(parts, agent, patch, when, from);
  if (patch.callsToday !== undefined) agent.callsToday = patch.callsToday;
  else if (!wasTalking && isTalking(to, subState)) agent.callsToday += 1;
  if (moved) updateRoll(parts.signedIn, agent, from);
}

/**
 * @param {Agent} agent
 * @param {AgentPatch} patch
 * @param {State} to
 */
function nextReason(agent, patch, to) {
  if (to !== 'paused') return null;
  if (patch.reason !== undefined) return patch.reason;
  return agent.state === 'paused' ? agent.reason : null;
}

/**
 * @param {State} state
 * @param {SubState} subState
 */
const isTalking = (state, subState) => state === 'busy' && !NOT_TALKING.has(subState ?? '');

/**
 * @param {WorldParts} parts
 * @param {Agent} agent
 * @param {AgentPatch} patch
 * @param {number} when
 * @param {State} from
 */
function updateCall(parts, agent, patch, when, from) {
  const over = !WITH_CALL.has(agent.state) || (from === 'wrapUp' && agent.state === 'busy');
  if (agent.call && over) {
    parts.calls.close(agent, agent.call, when);
    agent.call = null;
  }
  if (patch.call === null) agent.call = null;
  else if (agent.call) Object.assign(agent.call, patch.call);
  else if (WITH_CALL.has(agent.state) && (patch.call || agent.state !== from)) {
    const direction = patch.call?.direction ?? parts.directionOf(agent.campaign);
    agent.call = parts.calls.open(agent, direction, when, patch.call);
  }
}

/**
 * @param {Map<string, Segment[]>} segments
 * @param {Agent} agent   still in its old state
 * @param {number} to
 */
function remember(segments, agent, to) {
  const { state, subState, reason, campaign, group } = agent;
  if (to <= agent.detailSince) return;
  const own = segments.get(agent.id) ?? [];
  const callId = agent.call?.id ?? null;
  own.push({ state, subState, reason, campaign, group, from: agent.detailSince, to, callId });
  if (own.length > MOST_SEGMENTS) own.splice(0, MOST_SEGMENTS / 10);
  segments.set(agent.id, own);
}

/**
 * @param {Set<string>} signedIn   in the order of logging in
 * @param {Agent} agent   already in its new state
 * @param {State} from
 */
function updateRoll(signedIn, agent, from) {
  if (agent.state === 'offline') signedIn.delete(agent.id);
  else if (from === 'offline') signedIn.add(agent.id);
}
