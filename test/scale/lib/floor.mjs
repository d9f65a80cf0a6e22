/** @typedef {import('../../simulator/types.mjs').Floor} Floor */

const TEAMS = 100;
const TEAM = 20;

/** @param {number} team */
export const nameOf = (team) => `T${String(team).padStart(2, '0')}`;

/**
 * @param {number} team
 * @returns {string[]} the ids of those who are in it
 */
export const membersOf = (team) =>
  Array.from({ length: TEAM }, (_, index) => String(10_001 + team * TEAM + index));

/** @returns {string[]} everybody's id */
export const everybody = () => Array.from({ length: TEAMS }, (_, team) => membersOf(team)).flat();

/**
 * Who somebody is that a trigger tells of: all have their number in their name, where the system
 * knows names.
 * @param {{agentId: string, agentName: string | null}} agent
 * @returns {string | undefined} the id
 */
export const idOf = ({ agentId, agentName }) => /\d{5}/.exec(agentName || agentId)?.[0];

/** @returns {Floor} 2,000 agents in teams of 20, each a user group and a queue; nobody is paused */
export function scaleFloor() {
  const teams = Array.from({ length: TEAMS }, (_, team) => nameOf(team));
  const agents = teams.flatMap((name, team) =>
    membersOf(team).map((id) => ({ id, name: `Agent ${id}`, group: name, queues: [name] })),
  );
  return {
    agents: agents.map((agent) => ({ ...agent, campaign: 'SALES', state: 'ready' })),
    campaigns: [{ id: 'SALES', name: 'Sales', active: true, direction: 'outbound', queues: [] }],
    groups: teams,
    queues: teams.map((id) => ({ id, name: `Queue ${id}` })),
  };
}
