import type { INodeParameters } from 'n8n-workflow';
import { subjectOf, type Asked } from '../support/asked';
import { execute } from '../support/contexts';
import { byId, calls, errorOf, jsonOf, useSimulator } from '../support/simulated';

const simulator = useSimulator();

const asked = (
  operation: string,
  agent: string,
  parameters: INodeParameters = {},
  more: Partial<Asked> = {},
) =>
  subjectOf(simulator().url, {
    parameters: { operation, agent: byId(agent), ...parameters },
    ...more,
  });

const order = async (...given: Parameters<typeof asked>) => jsonOf(await execute(asked(...given)));

const stateOf = (id: string) => {
  const agent = simulator()
    .world.agents()
    .find((one) => one.id === id);
  return [agent?.state, agent?.reason];
};

describe('an order for an agent', () => {
  test.each([
    ['pause', '1001', {}, 'external_pause', 'PAUSE', ['paused', '']],
    ['resume', '1008', {}, 'external_pause', 'RESUME', ['ready', null]],
    ['logOut', '1013', {}, 'logout', 'LOGOUT', ['offline', null]],
    ['setPauseCode', '1008', { pauseCode: 'BREAK' }, 'pause_code', 'BREAK', ['paused', 'BREAK']],
  ])('%s of %s does what it says', async (operation, agent, parameters, name, value, state) => {
    await order(operation, agent, parameters);
    expect(simulator().requests()).toMatchObject([
      {
        method: 'POST',
        path: '/agc/api.php',
        function: name,
        agentUser: agent,
        params: { source: 'n8n', user: '6666' },
        bodyHadPassword: true,
        queryHadPassword: false,
      },
    ]);
    expect(simulator().requests()[0]?.params.value).toBe(value);
    expect(stateOf(agent)).toEqual(state);
  });

  test('is told as asked for, not as done', async () => {
    expect(await order('pause', '1001')).toEqual([
      {
        vendor: 'vicidial',
        source: `vicidial:127.0.0.1:${simulator().port}:6666`,
        agentId: '1001',
        action: 'pause',
        requested: true,
        answer: expect.stringMatching(/^SUCCESS: external_pause function set - PAUSE\|\d+\|1001$/),
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      },
    ]);
  });

  test('goes to the agent API of another server where the credential has one', async () => {
    const credentials = { agentApiUrl: `${simulator().url}/agc/api.php` };
    const subject = asked('pause', '1001', {}, { credentials });
    subject.credentials.baseUrl = 'http://127.0.0.1:9';
    expect(jsonOf(await execute(subject))).toMatchObject([{ requested: true }]);
  });

  test('is sent for each item anew, also where two are equal', async () => {
    await execute(asked('pause', '1001'), [{}, {}]);
    expect(calls(simulator())).toEqual({ external_pause: 2 });
  });

  test('of several items goes on after one that fails, with Continue On Fail', async () => {
    const subject = asked('pause', '={{ $json.id }}', {}, { continueOnFail: true });
    const items = await execute(subject, [{ id: '1001' }, { id: '2001' }, { id: '1002' }]);
    expect(items).toMatchObject([
      { json: { agentId: '1001', requested: true }, pairedItem: { item: 0 } },
      { json: { error: 'The agent is not logged in', httpCode: '404' }, pairedItem: { item: 1 } },
      { json: { agentId: '1002', requested: true }, pairedItem: { item: 2 } },
    ]);
  });
});

describe('an order that cannot be', () => {
  test.each([
    ['pause', '2001', 'The agent is not logged in', '404'],
    ['pause', '9999', 'The agent is not logged in', '404'],
    ['resume', '1001', 'The agent is not paused', '400'],
  ])('%s of %s: %s', async (operation, agent, message, httpCode) => {
    expect(await errorOf(asked(operation, agent))).toMatchObject({ message, httpCode });
  });

  test('setPauseCode of an agent who is not paused', async () => {
    const subject = asked('setPauseCode', '1001', { pauseCode: 'BREAK' });
    expect(await errorOf(subject)).toMatchObject({
      message: 'The agent is not paused',
      description: 'Pause the agent first.',
      httpCode: '400',
    });
  });

  test.each([[''], ['   '], ['TOOLONG']])('the pause code %j', async (pauseCode) => {
    expect(await errorOf(asked('setPauseCode', '1008', { pauseCode }))).toMatchObject({
      message: 'A pause code has 1 to 6 characters',
      httpCode: '400',
    });
    expect(simulator().requests()).toEqual([]);
  });

  test('no agent', async () => {
    expect(await errorOf(asked('logOut', ''))).toMatchObject({ message: 'No agent is chosen' });
    expect(simulator().requests()).toEqual([]);
  });

  test('an agent ID of which VICIdial would make another', async () => {
    expect(await errorOf(asked('logOut', '10.03'))).toMatchObject({
      message: 'VICIdial cannot have an agent "10.03"',
      httpCode: '404',
    });
    expect(simulator().requests()).toEqual([]);
  });
});

describe('an order that is not allowed', () => {
  test('for want of the API right', async () => {
    const credentials = { user: 'noapi', password: 'noapi' };
    expect(await errorOf(asked('pause', '1001', {}, { credentials }))).toMatchObject({
      message: 'The VICIdial user may not use the agent API',
      httpCode: '403',
    });
  });

  test('for want of the function', async () => {
    const credentials = { user: 'fewfn', password: 'fewfn' };
    expect(await errorOf(asked('pause', '1001', {}, { credentials }))).toMatchObject({
      message: 'The VICIdial user is not allowed to call this function',
      httpCode: '403',
    });
  });

  test('since the agent API is off', async () => {
    Object.assign(simulator().vicidial.settings, { agentApiActive: false });
    expect(await errorOf(asked('pause', '1001'))).toMatchObject({
      message: 'The agent API of VICIdial is switched off',
      httpCode: '403',
    });
  });

  test('without a source', async () => {
    const subject = asked('pause', '1001', {}, { credentials: { source: '' } });
    expect(await errorOf(subject)).toMatchObject({
      message: 'VICIdial wants to know the source of the request',
      httpCode: '400',
    });
  });
});

test('an order whose answer is lost is not given a second time', async () => {
  simulator().faults.set({ type: 'dropConnection' });
  const error = await errorOf(asked('resume', '1008'));
  expect(error).toMatchObject({ httpCode: '503' });
  expect(simulator().requests()).toHaveLength(1);
});
