import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { Vicidial } from '../../nodes/Vicidial/Vicidial.node';
import { VicidialTrigger } from '../../nodes/Vicidial/VicidialTrigger.node';
import { vicidial } from '../simulator/vicidial/system.mjs';
import { lookup } from '../support/contexts';
import { allText, calls, useSimulator } from '../support/simulated';
import { nodeAt } from '../support/subjects';

const simulator = useSimulator();
const { listSearch, loadOptions } = new Vicidial().methods;

const context = (credentials: Record<string, unknown> = {}) =>
  lookup(nodeAt(vicidial, simulator().url, {}, credentials)) as unknown as ILoadOptionsFunctions;

const agents = async (typed?: string) =>
  (await listSearch.searchAgents.call(context(), typed)).results;

describe('the agents to choose from', () => {
  test('are those who are logged in, by name, with the ID beside', async () => {
    const found = await agents();
    expect(found).toHaveLength(17);
    expect(found.slice(0, 2)).toEqual([
      { name: 'Ann Ready (1001)', value: '1001' },
      { name: 'Bob Closer (1002)', value: '1002' },
    ]);
    const names = found.map(({ name }) => name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
  });

  test.each([
    ['ready', ['1001']],
    ['THREE', ['1004', '1005']],
    ['1008', ['1008']],
    ['nobody at all', []],
  ])('are found by what is typed: %s', async (typed, ids) => {
    expect((await agents(typed)).map(({ value }) => value)).toEqual(ids);
  });

  test('without a name are told by their ID', async () => {
    simulator().world.setAgent('1026', { state: 'ready' });
    expect(await agents('1026')).toEqual([{ name: '1026', value: '1026' }]);
  });

  test('are none where nobody is logged in', async () => {
    for (const { id } of simulator().world.agents()) {
      simulator().world.setAgent(id, { state: 'offline' });
    }
    expect(await agents()).toEqual([]);
  });
});

describe('the campaigns to choose from', () => {
  test('are all of the server’s, by name, with the ID beside', async () => {
    expect(await loadOptions.getCampaigns.call(context())).toEqual([
      { name: 'Test Campaign, East (TESTCAMP)', value: 'TESTCAMP' },
      { name: 'Support (SUPPORT)', value: 'SUPPORT' },
      { name: 'Old (OLDCAMP)', value: 'OLDCAMP' },
    ]);
    expect(calls(simulator())).toEqual({ campaigns_list: 1 });
  });

  test('are those with somebody logged in for a user below level 8', async () => {
    const user = { user: 'lvl7', password: 'lvl7' };
    expect(await loadOptions.getCampaigns.call(context(user))).toEqual([
      { name: 'SUPPORT', value: 'SUPPORT' },
      { name: 'TESTCAMP', value: 'TESTCAMP' },
    ]);
    expect(calls(simulator())).toEqual({ campaigns_list: 1, logged_in_agents: 1 });
  });

  test('are those with somebody logged in for a user who may not call campaigns_list', async () => {
    simulator().vicidial.setUser('few', { pass: 'few', allowedFunctions: ['logged_in_agents'] });
    const found = await loadOptions.getCampaigns.call(context({ user: 'few', password: 'few' }));
    expect(found).toHaveLength(2);
  });

  test('are none for a user who may see none', async () => {
    const user = { user: 'nocamp', password: 'nocamp' };
    expect(await loadOptions.getCampaigns.call(context(user))).toEqual([]);
  });

  test('leave out the campaign of somebody who has none', async () => {
    simulator().world.setAgent('1001', { extras: { vicidial: { row: { campaign: '' } } } });
    const user = { user: 'lvl7', password: 'lvl7' };
    expect(await loadOptions.getCampaigns.call(context(user))).toHaveLength(2);
  });

  test('are told not to be had where the server is down, with nothing else asked', async () => {
    simulator().faults.set('empty500');
    await expect(loadOptions.getCampaigns.call(context())).rejects.toMatchObject({
      name: 'NodeApiError',
      httpCode: '503',
    });
    expect(calls(simulator())).toEqual({ campaigns_list: 1 });
  });
});

describe('the user groups to choose from', () => {
  test('are those with somebody logged in', async () => {
    expect(await loadOptions.getUserGroups.call(context())).toEqual([
      { name: 'AGENTS', value: 'AGENTS' },
      { name: 'NIGHT', value: 'NIGHT' },
    ]);
  });
});

describe('a list with a wrong password', () => {
  test.each([
    ['agents', () => listSearch.searchAgents.call(context({ password: 'wrong' }))],
    ['campaigns', () => loadOptions.getCampaigns.call(context({ password: 'wrong' }))],
    ['user groups', () => loadOptions.getUserGroups.call(context({ password: 'wrong' }))],
  ])('of %s says so, without the password', async (_, list) => {
    const error: unknown = await list().then(String, (thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: 'NodeApiError',
      httpCode: '401',
      message: 'VICIdial does not accept the user or the password',
    });
    expect(allText(error)).not.toContain('|wrong|');
  });
});

test('the trigger offers the same campaigns and user groups as the node', () => {
  const { methods } = new VicidialTrigger();
  expect(methods.loadOptions.getCampaigns).toBe(loadOptions.getCampaigns);
  expect(methods.loadOptions.getUserGroups).toBe(loadOptions.getUserGroups);
});
