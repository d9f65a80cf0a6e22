import { people } from '../ask.mjs';
import { presenceOf } from '../people.mjs';
import { failure, notFound, ok, refuse } from '../replies.mjs';
import { may } from '../users.mjs';

/** @import { Ask, Route } from '../ask.mjs' */
/** @import { Person } from '../people.mjs' */

/** @typedef {'available' | 'not-available'} Toggle */

/**
 * Sets an agent's omnichannel toggle, or turns it over when no status is given.
 * @type {Route}
 */
export const agentStatusRoute = {
  name: 'agent.status',
  method: 'POST',
  pattern: 'livechat/agent.status',
  anyOf: ['view-l-room'],
  agent: ({ body }) => String(body.agentId ?? ''),
  body: { properties: { status: ['available', 'not-available'], agentId: 'string' } },
  run(ask) {
    const { caller, settings, body } = ask;
    const id = body.agentId || caller.userId;
    const person = people(ask).find(({ _id }) => _id === id);
    if (!person) return notFound('Agent not found');
    if (!person.active) return failure('error-user-deactivated');

    const status = body.status ?? turned(person);
    if (status === person.statusLivechat) return ok({ status });
    const other = id !== caller.userId;
    if (other && !may(caller, 'manage-livechat-agents')) return refuse(settings, 'handler');
    if (status === 'available' && settings.businessHoursClosed) {
      return other
        ? ok({ status: person.statusLivechat })
        : failure('error-business-hours-are-closed');
    }
    setToggle(ask, person, status);
    return ok({ status });
  },
};

/**
 * @param {Person} person
 * @returns {Toggle}
 */
const turned = ({ statusLivechat }) =>
  statusLivechat === 'available' ? 'not-available' : 'available';

/**
 * Where the toggle is the agent's state in the world, the agent is moved; one who is in a chat or
 * signed out stays so, with the toggle the other way.
 *
 * @param {Ask} ask
 * @param {Person} person
 * @param {Toggle} status
 */
function setToggle({ world, now }, { agent }, status) {
  const { state } = agent;
  const release = !world.isHeld(agent.id);
  const implied = presenceOf(agent).statusLivechat;
  const extras = { rocketChat: { statusLivechat: null, noStatusLivechat: null } };
  if (status === implied) world.moveByHand(agent.id, { extras, release }, now);
  else if (state === 'paused') {
    const resumed = /** @type {const} */ ({ state: 'ready', release: true });
    const paused = /** @type {const} */ ({ state: 'paused', reason: '' });
    world.moveByHand(agent.id, { ...(status === 'available' ? resumed : paused), extras }, now);
  } else if (status === 'not-available' && (state === 'ready' || state === 'wrapUp')) {
    world.moveByHand(agent.id, { state: 'paused', reason: '', extras }, now);
  } else {
    const kept = { rocketChat: { statusLivechat: status, noStatusLivechat: null } };
    world.moveByHand(agent.id, { extras: kept, release }, now);
  }
}
