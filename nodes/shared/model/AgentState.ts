/**
 * What an agent can be doing, in the words every vendor is translated into.
 *
 * - `ready`: may be given work now
 * - `busy`: handling or being offered work
 * - `wrapUp`: the contact is over, the agent is still at it
 * - `paused`: signed in, not taking work
 * - `offline`: no session
 * - `unknown`: a value nobody has seen before; it never alerts
 */
export const AGENT_STATES = ['ready', 'busy', 'wrapUp', 'paused', 'offline', 'unknown'] as const;

export type AgentState = (typeof AGENT_STATES)[number];

/** The states of an agent who has a session, in the order a floor is read out. */
export const LOGGED_IN_STATES = ['ready', 'busy', 'wrapUp', 'paused'] as const;

/** How a state reads in a sentence about an agent: "Ann Lee paused for 12 min". */
export const STATE_WORDS: Record<AgentState, string> = {
  ready: 'ready',
  busy: 'busy',
  wrapUp: 'in wrap-up',
  paused: 'paused',
  offline: 'offline',
  unknown: 'in an unknown state',
};
