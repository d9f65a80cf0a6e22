import { customIdOf, queueName, splitName } from '../ask.mjs';
import { digest, koreId, recordId } from '../ids.mjs';
import { labelOf, statusNow, statusOf } from '../status.mjs';
import { iso } from '../times.mjs';
import { skillsOf } from './availability.mjs';

/** @import { Agent } from '../../types.mjs' */
/** @import { Ask } from '../ask.mjs' */

const LANGUAGES = [{ language: 'en', proficiency: 'expert', isActive: true }];
const CREATED = '2026-01-05T08:00:00.000Z';

/**
 * An agent as the list of all agents has it.
 *
 * @param {Ask} ask
 * @param {Agent} agent
 * @param {boolean} withQueues
 */
export function listRecord(ask, agent, withQueues) {
  const { firstName, lastName } = splitName(agent);
  const customId = customIdOf(agent);
  return {
    ...common(ask, agent),
    agentGroups: [{ ...groupOf(agent), groupName: agent.group }],
    canSupportChat: true,
    maxChatSupport: 5,
    chatLanguageSupport: LANGUAGES,
    canSupportVoice: true,
    voiceLanguageSupport: LANGUAGES,
    attachmentsEnabled: true,
    emojisEnabled: true,
    id: koreId('agent', agent.id),
    emailId: agent.email,
    firstName,
    lastName,
    nickName: firstName,
    phoneNumber: '',
    profImage: 'no-avatar',
    ...(customId && { customId }),
    skills: skillRecords(agent),
    ...(withQueues && { queues: queueRecords(ask, agent) }),
    role: 'Agent',
  };
}

/**
 * An agent as it is given on its own, with the way into its telephone: whoever passes this on
 * passes on credentials.
 *
 * @param {Ask} ask
 * @param {Agent} agent
 */
export function fullRecord(ask, agent) {
  const { settings } = ask;
  const { firstName, lastName } = splitName(agent);
  const fullName = `${firstName} ${lastName}`.trim();
  const before = previous(ask, agent);
  return {
    firstName,
    lastName,
    fullName,
    lFullName: fullName.toLowerCase(),
    emailId: agent.email,
    nickName: '',
    profImage: 'no-avatar',
    phoneNumber: '',
    customId: customIdOf(agent),
    ...common(ask, agent),
    agentGroups: [{ ...groupOf(agent), name: agent.group }],
    canSupportChat: true,
    canSupportCase: false,
    maxVoiceMailSupport: 5,
    chatLanguageSupport: LANGUAGES,
    canSupportVoice: true,
    voiceLanguageSupport: LANGUAGES,
    maxDigitalConvoLimit: 6,
    iId: settings.streamId,
    markedAutoAway: false,
    ...(before && {
      prevStatus: labelOf(before, settings),
      prevStatusType: before.type,
    }),
    id: koreId('agent', agent.id),
    name: fullName,
    ...telephone(agent),
    domain: 'example.com',
    preferences: { theme: 'light' },
    role: 'Agent',
    skills: skillRecords(agent),
    queues: queueRecords(ask, agent),
  };
}

/**
 * @param {Ask} ask
 * @param {Agent} agent
 */
function common({ settings }, agent) {
  const { accountId, orgId } = settings;
  const status = statusNow(agent);
  const changed = iso(Math.max(agent.since, agent.detailSince));
  return {
    status: 'ACTIVE',
    userId: koreId('user', agent.id),
    orgId,
    accountId,
    isAccountOwner: false,
    createdBy: koreId('user', 'owner'),
    onlineStatus: labelOf(status, settings),
    onlineStatusType: status.type,
    roleId: recordId('role', 'Agent'),
    createdAt: CREATED,
    updatedAt: changed,
    lastOnlineAt: changed,
    sipURI: `sip:simulated_${koreId('agent', agent.id)}@sip.example.com:5060`,
  };
}

/**
 * The status before the present one.
 *
 * @param {Ask} ask
 * @param {Agent} agent
 */
function previous({ world }, agent) {
  const now = statusNow(agent);
  return world
    .history(agent.id)
    .map((stretch) => statusOf(stretch, agent.extras))
    .findLast(({ type, name }) => type !== now.type || name !== now.name);
}

/** @param {Agent} agent */
function telephone({ id }) {
  return {
    addresses: ['wss://sbc1.example.com:8443', 'wss://sbc2.example.com:8443'],
    iceServers: [
      { url: 'stun:stun.example.com:3478', urls: 'stun:stun.example.com:3478' },
      {
        credential: `turn-secret-${digest('turn credential', id)}`,
        url: 'turn:turn.example.com:3478?transport=udp',
        urls: 'turn:turn.example.com:3478?transport=udp',
        username: `turn-user-${digest('turn user', id)}`,
      },
    ],
  };
}

/** @param {Agent} agent */
const groupOf = ({ group }) => ({ groupId: koreId('group', group), role: 'agent' });

/** @param {Agent} agent */
const skillRecords = (agent) =>
  skillsOf(agent).map(({ id, name }) => ({
    userId: koreId('user', agent.id),
    skillId: id,
    proficiencyLevel: 'expert',
    name,
    id,
  }));

/**
 * @param {Ask} ask
 * @param {Agent} agent
 */
const queueRecords = ({ world }, agent) =>
  agent.queues.map((id) => ({
    agentGroups: [],
    agents: [{ isPreferredAgent: false, userId: koreId('user', agent.id) }],
    name: queueName(world, id),
    id: koreId('queue', id),
  }));
