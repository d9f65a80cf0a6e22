import type { INodeParameters } from 'n8n-workflow';
import { APPS, type Scope } from '../simulator/koreAi/apps.mjs';
import { app, koreAi as system } from '../simulator/koreAi/system.mjs';
import { COUNTS, credential, DAY, fetchTest, items, lists, tryRights } from '../support/rights';
import { byId, useSimulator } from '../support/simulated';
import { nodeAt, triggerAt } from '../support/subjects';

const simulator = useSimulator();

const login = { ...app('none'), orgId: '' };
const asked = (parameters: INodeParameters) => nodeAt(system, simulator(), parameters, login);
const run = (parameters: INodeParameters) => () => items(asked(parameters));

tryRights({
  system,
  grant(scopes) {
    simulator().koreAi.setUser(APPS.none.clientId, { scopes: scopes as Scope[] });
  },
  refusal: /app may not ask this|may not read the status of agents/,
  tasks: {
    'the credential test': () => credential(asked({})),
    'Get Live Info': run({ operation: 'getLiveInfo' }),
    'Get Live Info without Include Status Details': run({
      operation: 'getLiveInfo',
      options: { includeDetails: false },
    }),
    'Get Status': async () => {
      const everyone = await items(nodeAt(system, simulator(), { operation: 'getLiveInfo' }));
      const { email } = everyone.find(({ state }) => state === 'ready') ?? {};
      return items(asked({ operation: 'getStatus', agent: byId(String(email)) }));
    },
    'Get Activity': run({ operation: 'getActivity', ...DAY }),
    'Get Activity with Include Change Events': run({
      operation: 'getActivity',
      ...DAY,
      options: { includeEvents: true },
    }),
    'Get Counts': run(COUNTS),
    'Get Counts without Include Custom Busy Statuses': run({
      ...COUNTS,
      options: { includeDetails: false },
    }),
    'Get Counts by queue': async () => {
      const [queues] = await lists(nodeAt(system, simulator(), {}), 'getQueues');
      const [first] = queues as Array<{ value: string }>;
      const filters = { queueIds: String(first?.value) };
      return items(asked({ ...COUNTS, groupBy: 'queue', filters }));
    },
    'the trigger': () => fetchTest(triggerAt(system, simulator(), {}, login)),
    'the lists of agents and queues': () => lists(asked({}), 'searchAgents', 'getQueues'),
  },
});
