/**
 * The shapes every part of the simulator shares. Nothing in here knows a vendor: what only one
 * vendor has is kept under `extras`, one key per vendor.
 *
 * Times are epoch milliseconds on the simulated clock, durations are seconds.
 */

/** @typedef {'ready' | 'busy' | 'wrapUp' | 'paused' | 'offline'} State */

/**
 * What the agent is doing inside a state; null is the plain case.
 * - ready: -
 * - busy: `ringing`, `routing`, `manualQueue`, `preview`, `dialing`, `parked`, `conference`,
 *   `email`, `chat`
 * - wrapUp: `hungUp` (the customer is gone, the call screen still open), else the disposition
 * @typedef {string | null} SubState
 */

/** @typedef {Record<string, any>} VendorExtras */

/**
 * @typedef {object} Call
 * @property {string} id
 * @property {string} leadId
 * @property {string} phone
 * @property {string} leadCode   the id of the customer in somebody's CRM
 * @property {string} campaign
 * @property {string | null} queue   set on an inbound call
 * @property {'inbound' | 'outbound'} direction
 * @property {number} startedAt
 * @property {string} list
 * @property {string} outcome   the disposition, '' while it is open
 */

/** @typedef {Call & { agentId: string, seconds: number }} FinishedCall */

/**
 * @typedef {object} WaitingCall
 * @property {string} id
 * @property {string} phone
 * @property {string | null} campaign
 * @property {string | null} queue
 * @property {number} since
 */

/**
 * @typedef {object} Agent
 * @property {string} id
 * @property {string} username
 * @property {string} name
 * @property {'utf8' | 'latin1'} nameEncoding   how the name's bytes are stored by the vendor
 * @property {string} email
 * @property {string} campaign
 * @property {string} group
 * @property {string[]} queues
 * @property {State} state
 * @property {SubState} subState
 * @property {string | null} reason   why paused; null in every other state and when none was given
 * @property {number} since   when the state began
 * @property {number} detailSince   when the state, its sub-state or its reason last changed
 * @property {Call | null} call
 * @property {number} callsToday
 * @property {Record<string, VendorExtras>} extras
 */

/** @typedef {string | Uint8Array | { latin1: string }} NameSpec */
/** @typedef {number | string | Date} Moment */

/**
 * An agent as a test or a floor describes it; everything but the id has a default.
 * @typedef {object} AgentSpec
 * @property {string} id
 * @property {string} [username]
 * @property {NameSpec} [name]
 * @property {string} [email]
 * @property {string} [campaign]
 * @property {string} [group]
 * @property {string[]} [queues]
 * @property {State} [state]
 * @property {SubState} [subState]
 * @property {string | null} [reason]
 * @property {Moment} [since]
 * @property {Partial<Call> | null} [call]
 * @property {number} [callsToday]
 * @property {Record<string, VendorExtras>} [extras]
 */

/** @typedef {Partial<Omit<AgentSpec, 'id'>> & { release?: boolean }} AgentPatch */

/**
 * A closed stretch of an agent's day.
 * @typedef {object} Segment
 * @property {State} state
 * @property {SubState} subState
 * @property {string | null} reason
 * @property {string} campaign
 * @property {string} group
 * @property {number} from
 * @property {number} to
 * @property {string | null} callId
 */

/**
 * @typedef {object} TruthEntry
 * @property {number} at
 * @property {string} agentId
 * @property {State} from
 * @property {State} to
 * @property {string | null} reason
 */

/**
 * @typedef {object} Campaign
 * @property {string} id
 * @property {string} name
 * @property {boolean} active
 * @property {'inbound' | 'outbound'} direction
 * @property {string[]} queues
 * @property {Record<string, VendorExtras>} [extras]
 */

/**
 * @typedef {object} Floor
 * @property {AgentSpec[]} agents
 * @property {Campaign[]} [campaigns]
 * @property {string[]} [groups]
 * @property {{ id: string, name: string }[]} [queues]
 * @property {WaitingCall[]} [waitingCalls]
 * @property {FinishedCall[]} [finishedCalls]
 * @property {number} [dayBegan]   when given, the agents' day up to now is made up from here
 */

/**
 * What a vendor is asked, before any vendor rule is applied to it.
 * @typedef {object} VendorRequest
 * @property {string} method
 * @property {string} path
 * @property {string} query   without the question mark, still percent-encoded
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {Buffer} body
 * @property {string} remoteAddress
 * @property {import('./faults.mjs').Fault[]} faults   the ones that hit this request
 */

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {[string, string][]} headers   in this order and spelling
 * @property {Buffer | import('node:stream').Readable} body
 * @property {'hang' | 'drop'} [instead]   never answer, or close the connection without a word
 */

/**
 * What the request log keeps of a request; a dialect fills it in its own words.
 * @typedef {object} RequestFacts
 * @property {string} function
 * @property {string} agentUser
 * @property {string} user
 * @property {Record<string, unknown>} params   never a password
 * @property {boolean} queryHadPassword
 * @property {boolean} bodyHadPassword
 */

/**
 * One vendor's way to speak about the world.
 * @template {string} [Name=string]
 * @typedef {object} Dialect
 * @property {Name} name
 * @property {string[]} faultTypes   faults only this dialect knows
 * @property {(path: string) => boolean} handles
 * @property {(request: VendorRequest) => RequestFacts} describe
 * @property {(request: VendorRequest) => Answer | Promise<Answer>} answer
 * @property {(user: string, patch: Record<string, unknown>) => object} setUser
 * @property {Record<string, unknown>} settings   read on every request, changed by the control API
 */

export {};
