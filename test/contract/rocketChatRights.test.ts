import type { INodeParameters } from 'n8n-workflow';
import { loginAs, rocketChat as system } from '../simulator/rocketChat/system.mjs';
import {
  COUNTS,
  DAY,
  fetchTest,
  items,
  lists,
  readAndConfirm,
  tryRights,
  WAITING,
} from '../support/rights';
import { byId, useSimulator } from '../support/simulated';
import { floorAt, nodeAt, triggerAt } from '../support/subjects';

const simulator = useSimulator();

const limitOn = (state: string): INodeParameters => ({
  timeLimits: { rows: [{ states: [state], reasons: '', minutes: 10, severity: 'warning' }] },
});

const login = () => loginAs(simulator(), 'least');
const asked = (parameters: INodeParameters) => nodeAt(system, simulator(), parameters, login());
const run = (parameters: INodeParameters) => () => items(asked(parameters));
const watch = (parameters: INodeParameters) => () =>
  fetchTest(triggerAt(system, simulator(), parameters, login()));
const named = (mode: 'email' | 'id') => async () => {
  const everyone = await items(nodeAt(system, simulator(), { operation: 'getLiveInfo' }));
  const { agentId, email } = everyone.find((agent) => agent.email !== null) ?? {};
  return items(
    asked({ operation: 'getStatus', agent: byId(String(mode === 'id' ? agentId : email)) }),
  );
};

tryRights({
  system,
  grant(permissions) {
    const bypass = [...permissions, 'api-bypass-rate-limit'];
    const token = 'simulated-token-of-somebody-with-few-rights';
    const patch = { userId: 'simLeast333333333', token, roles: ['user'], permissions: bypass };
    simulator().rocketChat.setUser('least', patch);
  },
  refusal: /lacks a permission/,
  tasks: {
    'Get Live Info': run({ operation: 'getLiveInfo' }),
    'Get Status by username or e-mail address': named('email'),
    'Get Status by user ID': named('id'),
    'Get Activity': run({ operation: 'getActivity', ...DAY }),
    'Get Counts': run(COUNTS),
    'Get Counts without Count States': run({ ...COUNTS, options: { countStates: false } }),
    'the trigger': watch({}),
    'the trigger with limits on ready or busy': watch(limitOn('ready')),
    'the trigger with Calls Waiting': watch(WAITING),
    'the trigger, when most of the floor is gone at once': () =>
      readAndConfirm(floorAt(system, simulator(), {}, login()), 'nobody'),
    'the list of agents': () => lists(asked({}), 'searchAgents'),
    'the list of departments': () => lists(asked({}), 'getDepartments'),
  },
});
