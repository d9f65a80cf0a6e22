import type { INodeParameters } from 'n8n-workflow';
import { crocoDial } from '../simulator/goAutoDial/croco/system.mjs';
import { goAutoDial } from '../simulator/goAutoDial/system.mjs';
import { COUNTS, credential, DAY, fetchTest, items, lists, tryRights } from '../support/rights';
import { byId, useSimulator } from '../support/simulated';
import { nodeAt, triggerAt } from '../support/subjects';

const simulator = useSimulator();
const USERS = { users: '1001' };

describe.each([crocoDial, goAutoDial])('$name', (system) => {
  const asked = (parameters: INodeParameters = {}) => nodeAt(system, simulator(), parameters);
  const run = (parameters: INodeParameters) => () => items(asked({ ...USERS, ...parameters }));

  tryRights({
    system,
    grant: (rights) => {
      const level = rights.includes('User Level 8') ? 8 : 7;
      simulator().goautodial.setUser('apiuser', { level });
    },
    refusal: /user may not do this/,
    tasks: {
      'the credential test': () => credential(asked()),
      'Get Live Info': run({ operation: 'getLiveInfo' }),
      'Get Status': run({ operation: 'getStatus', agent: byId('1001') }),
      'Get Activity': run({ operation: 'getActivity', ...DAY }),
      'Get Counts': run(COUNTS),
      'the trigger': () => fetchTest(triggerAt(system, simulator(), USERS)),
      'the list of agents': () => lists(asked(), 'searchAgents'),
    },
  });
});
