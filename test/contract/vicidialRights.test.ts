import type { INodeParameters } from 'n8n-workflow';
import type { VicidialClient } from '../../nodes/Vicidial/api/client';
import { vicidial as system } from '../simulator/vicidial/system.mjs';
import {
  COUNTS,
  credential,
  fetchTest,
  items,
  lists,
  readAndConfirm,
  tryRights,
  WAITING,
  type Rights,
} from '../support/rights';
import { byId, useSimulator } from '../support/simulated';
import { clientAt, floorAt, nodeAt, triggerAt } from '../support/subjects';
import { projectText } from '../support/texts.mjs';

const simulator = useSimulator();
const window = { from: '2020-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' };

const login = { user: 'least', password: 'least' };
const asked = (parameters: INodeParameters) => nodeAt(system, simulator(), parameters, login);
const run = (parameters: INodeParameters) => () => items(asked(parameters));
const ofAgent = (operation: string, id: string, options: INodeParameters = {}) =>
  run({ operation, agent: byId(id), ...window, options });

const client = () => clientAt(system, simulator(), {}, login) as VicidialClient;

const rights: Rights = {
  system,
  grant(rights) {
    simulator().vicidial.setUser('least', {
      pass: 'least',
      level: rights.includes('User Level 8') ? 8 : 7,
      apiAccess: true,
      viewReports: true,
      modifyUsers: rights.includes('Modify Users'),
      allowedFunctions: rights.filter((right) => /^[a-z_]+$/.test(right)),
    });
  },
  refusal: /not allowed to call this function|lacks a right|may not call agent_status/,
  tasks: {
    'the credential test': () => credential(asked({})),
    'Get Live Info': run({ operation: 'getLiveInfo' }),
    'Get Live Info with Include Call Details': run({
      operation: 'getLiveInfo',
      options: { includeCallDetails: true },
    }),
    'Get Status': ofAgent('getStatus', '1001'),
    'Get Status of somebody who is offline': ofAgent('getStatus', '1026'),
    'Get Status with Include Call Record': ofAgent('getStatus', '1003', {
      includeCallRecord: true,
    }),
    'Get Status with Include Allowed Campaigns': ofAgent('getStatus', '1001', {
      includeCampaigns: true,
    }),
    'Get Activity': run({ operation: 'getActivity', ...window }),
    'Get Activity of one agent who did nothing': () => {
      const long = { from: '2019-01-01T00:00:00Z', to: '2019-01-02T00:00:00Z' };
      return items(asked({ operation: 'getActivity', agent: byId('1001'), ...long }));
    },
    'Get Counts': run({ ...COUNTS, filters: { userGroupIds: 'AGENTS' } }),
    'Get Counts by in-group': run({ ...COUNTS, groupBy: 'inGroup', inGroups: 'SALESLINE' }),
    'Pause, Resume': async () => [
      await ofAgent('pause', '1001')(),
      await ofAgent('resume', '1008')(),
    ],
    'Set Pause Code': run({
      operation: 'setPauseCode',
      agent: byId('1008'),
      pauseCode: 'BREAK',
    }),
    'Log Out': ofAgent('logOut', '1013'),
    'the trigger': () => fetchTest(triggerAt(system, simulator(), {}, login)),
    'the trigger, when most of the floor is gone at once': () =>
      readAndConfirm(floorAt(system, simulator(), {}, login), '1026'),
    'the trigger with Calls Waiting': () =>
      fetchTest(triggerAt(system, simulator(), WAITING, login)),
    'the lists of agents, campaigns and user groups': () =>
      lists(asked({}), 'searchAgents', 'getCampaigns', 'getUserGroups'),
    // Where it is refused, the picker falls back to the list of agents.
    'a list with all campaigns by name': () => client().call('campaigns_list'),
  },
  optional: { 'Get Counts': ['user_group_status'] },
};

tryRights(rights);

test.each([
  ['User Level 7', { level: 6 }, /does not accept the user or the password/],
  ['View Reports', { viewReports: false }, /lacks a right/],
  ['Agent API Access', { apiAccess: false }, /lacks a right/],
])('VICIdial: nothing can be read without %s', async (right, patch, refusal) => {
  expect(projectText('docs/vendors/vicidial.md')).toContain(`\`${right}\``);
  rights.grant(['logged_in_agents']);
  const read = run({ operation: 'getLiveInfo' });
  await read();
  simulator().vicidial.setUser('least', patch);
  await expect(read()).rejects.toThrow(refusal);
});
