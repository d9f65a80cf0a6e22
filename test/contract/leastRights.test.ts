import type { ILoadOptionsFunctions, INodeParameters, INodeType } from 'n8n-workflow';
import { createClient } from '../../nodes/Vicidial/api/client';
import { createFloor } from '../../nodes/Vicidial/floor';
import { createClient as rocketChatClient } from '../../nodes/RocketChatOmnichannel/api/client';
import { createFloor as rocketChatSource } from '../../nodes/RocketChatOmnichannel/floor';
import { execute, lookup, poller, type Subject } from '../support/contexts';
import { testCredential } from '../support/credentialTest';
import { crocoNode, crocoTrigger, goNode, goTrigger } from '../support/crocoDial';
import { app, koreAiNode, koreAiTrigger } from '../support/koreAi';
import { rightsTable } from '../support/rightsTable.mjs';
import { rocketChatNode, rocketChatTrigger } from '../support/rocketChat';
import { byId, useSimulator } from '../support/simulated';
import { projectText } from '../support/texts.mjs';
import { vicidialNode, vicidialTrigger } from '../support/vicidial';
import { APPS, type Scope } from '../simulator/koreAi/apps.mjs';

const simulator = useSimulator();

type Run = () => Promise<unknown>;
type Tasks = Record<string, Run>;

/** A system with a user who has just some rights. */
interface System {
  title: string;
  page: string;
  /** Gives the user these rights of the page, and no other. */
  grant(rights: readonly string[]): void;
  /** What the page lists, by its words. */
  tasks: Tasks;
  /** What a user reads who lacks a right. */
  refusal: RegExp;
  /** Rights without which something is left out of the answer instead. */
  optional?: Record<string, string[]>;
}

const items = async (subject: Subject) => (await execute(subject)).map(({ json }) => json);
const fetchTest = async (subject: Subject) =>
  (await poller({ ...subject, mode: 'manual' }).poll()).items;

/** The credential test passes, or fails with its words. */
async function credential(subject: Subject): Promise<string> {
  const verdict = await testCredential(subject);
  if (verdict !== 'OK') throw new Error(verdict);
  return verdict;
}

/** Lists of the editor, one after the other. */
async function lists(subject: Subject, ...names: string[]): Promise<unknown[]> {
  const { listSearch = {}, loadOptions = {} } = (subject.nodeType as INodeType).methods ?? {};
  const found = [];
  for (const name of names) {
    const list: ((this: ILoadOptionsFunctions) => Promise<unknown>) | undefined =
      listSearch[name] ?? loadOptions[name];
    found.push(await list?.call(lookup(subject) as unknown as ILoadOptionsFunctions));
  }
  return found;
}

const window = { from: '2020-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' };
const counts = { resource: 'team', operation: 'getCounts' };
const byTrigger = { timeoutMs: () => 10_000, byHand: false };
const limitOn = (state: string): INodeParameters => ({
  timeLimits: { rows: [{ states: [state], reasons: '', minutes: 10, severity: 'warning' }] },
});
const WAITING: INodeParameters = {
  events: ['countLimit'],
  countLimits: {
    rows: [{ measure: 'callsWaiting', comparison: 'atLeast', value: 0, forMinutes: 0 }],
  },
};

// VICIdial

const login = { user: 'least', password: 'least' };
const vicidial = (parameters: INodeParameters) => vicidialNode(simulator().url, parameters, login);
const ofVicidial = (parameters: INodeParameters) => () => items(vicidial(parameters));
const vicidialAgent = (operation: string, id: string, options: INodeParameters = {}) =>
  ofVicidial({ operation, agent: byId(id), ...window, options });

const vicidialClient = () => {
  const subject = vicidial({});
  return createClient(lookup(subject), subject.credentials, byTrigger);
};

const VICIDIAL: System = {
  title: 'VICIdial',
  page: 'vicidial.md',
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
    'the credential test': () => credential(vicidial({})),
    'Get Live Info': ofVicidial({ operation: 'getLiveInfo' }),
    'Get Live Info with Include Call Details': ofVicidial({
      operation: 'getLiveInfo',
      options: { includeCallDetails: true },
    }),
    'Get Status': vicidialAgent('getStatus', '1001'),
    'Get Status of somebody who is offline': vicidialAgent('getStatus', '1026'),
    'Get Status with Include Call Record': vicidialAgent('getStatus', '1003', {
      includeCallRecord: true,
    }),
    'Get Status with Include Allowed Campaigns': vicidialAgent('getStatus', '1001', {
      includeCampaigns: true,
    }),
    'Get Activity': ofVicidial({ operation: 'getActivity', ...window }),
    'Get Activity of one agent who did nothing': () => {
      const long = { from: '2019-01-01T00:00:00Z', to: '2019-01-02T00:00:00Z' };
      return items(vicidial({ operation: 'getActivity', agent: byId('1001'), ...long }));
    },
    'Get Counts': ofVicidial({ ...counts, filters: { userGroupIds: 'AGENTS' } }),
    'Get Counts by in-group': ofVicidial({ ...counts, groupBy: 'inGroup', inGroups: 'SALESLINE' }),
    'Pause, Resume': async () => [
      await vicidialAgent('pause', '1001')(),
      await vicidialAgent('resume', '1008')(),
    ],
    'Set Pause Code': ofVicidial({
      operation: 'setPauseCode',
      agent: byId('1008'),
      pauseCode: 'BREAK',
    }),
    'Log Out': vicidialAgent('logOut', '1013'),
    'the trigger': () => fetchTest(vicidialTrigger(simulator().url, {}, login)),
    'the trigger, when most of the floor is gone at once': async () => {
      const source = createFloor(vicidialClient());
      await source.readFloor({ states: [], callsWaiting: false });
      return source.confirmOffline('1026');
    },
    'the trigger with Calls Waiting': () =>
      fetchTest(vicidialTrigger(simulator().url, WAITING, login)),
    'the lists of agents, campaigns and user groups': () =>
      lists(vicidial({}), 'searchAgents', 'getCampaigns', 'getUserGroups'),
    // Where it is refused, the picker falls back to the list of agents.
    'a list with all campaigns by name': () => vicidialClient().call('campaigns_list'),
  },
  optional: { 'Get Counts': ['user_group_status'] },
};

// Rocket.Chat

const rocketChat = (parameters: INodeParameters) =>
  rocketChatNode(simulator(), parameters, {}, 'least');
const ofRocketChat = (parameters: INodeParameters) => () => items(rocketChat(parameters));
const ofRocketChatTrigger = (parameters: INodeParameters) => () => {
  const { credentials } = rocketChat({});
  return fetchTest(rocketChatTrigger(simulator(), parameters, credentials));
};
const named = (mode: 'email' | 'id') => async () => {
  const everyone = await items(rocketChatNode(simulator(), { operation: 'getLiveInfo' }));
  const { agentId, email } = everyone.find((agent) => agent.email !== null) ?? {};
  return items(
    rocketChat({ operation: 'getStatus', agent: byId(String(mode === 'id' ? agentId : email)) }),
  );
};

const ROCKET_CHAT: System = {
  title: 'Rocket.Chat',
  page: 'rocket-chat.md',
  grant(permissions) {
    const bypass = [...permissions, 'api-bypass-rate-limit'];
    const token = 'simulated-token-of-somebody-with-few-rights';
    const patch = { userId: 'simLeast333333333', token, roles: ['user'], permissions: bypass };
    simulator().rocketChat.setUser('least', patch);
  },
  refusal: /lacks a permission/,
  tasks: {
    'Get Live Info': ofRocketChat({ operation: 'getLiveInfo' }),
    'Get Status by username or e-mail address': named('email'),
    'Get Status by user ID': named('id'),
    'Get Activity': ofRocketChat({ operation: 'getActivity', ...windowOfADay() }),
    'Get Counts': ofRocketChat(counts),
    'Get Counts without Count States': ofRocketChat({ ...counts, options: { countStates: false } }),
    'the trigger': ofRocketChatTrigger({}),
    'the trigger with limits on ready or busy': ofRocketChatTrigger(limitOn('ready')),
    'the trigger with Calls Waiting': ofRocketChatTrigger(WAITING),
    'the trigger, when most of the floor is gone at once': async () => {
      const subject = rocketChat({});
      const client = rocketChatClient(lookup(subject), subject.credentials, byTrigger);
      const source = rocketChatSource(client, []);
      await source.readFloor({ states: [], callsWaiting: false });
      return source.confirmOffline('nobody');
    },
    'the list of agents': () => lists(rocketChat({}), 'searchAgents'),
    'the list of departments': () => lists(rocketChat({}), 'getDepartments'),
  },
};

function windowOfADay() {
  return { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' };
}

// Kore.ai

const koreAi = (parameters: INodeParameters) =>
  koreAiNode(simulator().url, parameters, { ...app('none'), orgId: '' });
const ofKoreAi = (parameters: INodeParameters) => () => items(koreAi(parameters));

const KORE_AI: System = {
  title: 'Kore.ai',
  page: 'kore-ai.md',
  grant(scopes) {
    simulator().koreAi.setUser(APPS.none.clientId, { scopes: scopes as Scope[] });
  },
  refusal: /app may not ask this|may not read the status of agents/,
  tasks: {
    'the credential test': () => credential(koreAi({})),
    'Get Live Info': ofKoreAi({ operation: 'getLiveInfo' }),
    'Get Live Info without Include Status Details': ofKoreAi({
      operation: 'getLiveInfo',
      options: { includeDetails: false },
    }),
    'Get Status': async () => {
      const everyone = await items(koreAiNode(simulator().url, { operation: 'getLiveInfo' }));
      const { email } = everyone.find(({ state }) => state === 'ready') ?? {};
      return items(koreAi({ operation: 'getStatus', agent: byId(String(email)) }));
    },
    'Get Activity': ofKoreAi({ operation: 'getActivity', ...windowOfADay() }),
    'Get Activity with Include Change Events': ofKoreAi({
      operation: 'getActivity',
      ...windowOfADay(),
      options: { includeEvents: true },
    }),
    'Get Counts': ofKoreAi(counts),
    'Get Counts without Include Custom Busy Statuses': ofKoreAi({
      ...counts,
      options: { includeDetails: false },
    }),
    'Get Counts by queue': async () => {
      const [queues] = await lists(koreAiNode(simulator().url, {}), 'getQueues');
      const [first] = queues as Array<{ value: string }>;
      const filters = { queueIds: String(first?.value) };
      return items(koreAi({ ...counts, groupBy: 'queue', filters }));
    },
    'the trigger': () =>
      fetchTest(koreAiTrigger(simulator().url, {}, { ...app('none'), orgId: '' })),
    'the lists of agents and queues': () => lists(koreAi({}), 'searchAgents', 'getQueues'),
  },
};

// CROCO-dial and GOautodial

const twoSystems: System[] = (
  [
    ['CROCO-dial', crocoNode, crocoTrigger],
    ['GOautodial', goNode, goTrigger],
  ] as const
).map(([title, nodeOf, triggerOf]) => {
  const own = (parameters: INodeParameters) => () =>
    items(nodeOf(simulator().url, { users: '1001', ...parameters }));
  return {
    title,
    page: 'croco-dial.md',
    grant: (rights) => {
      const level = rights.includes('User Level 8') ? 8 : 7;
      simulator().goautodial.setUser('apiuser', { level });
    },
    refusal: /user may not do this/,
    tasks: {
      'the credential test': () => credential(nodeOf(simulator().url, {})),
      'Get Live Info': own({ operation: 'getLiveInfo' }),
      'Get Status': own({ operation: 'getStatus', agent: byId('1001') }),
      'Get Activity': own({ operation: 'getActivity', ...windowOfADay() }),
      'Get Counts': own(counts),
      'the trigger': () => fetchTest(triggerOf(simulator().url, { users: '1001' })),
      'the list of agents': () => lists(nodeOf(simulator().url, {}), 'searchAgents'),
    },
  };
});

/** First and second line of an error. */
const wordsOf = (error: Error & { description?: string; advice?: string }) =>
  [error.message, error.description, error.advice].join(' ');

/** What is left of an answer when its times are taken out. */
const shape = (value: unknown) =>
  JSON.stringify(value)
    .replace(/"\d{4}-\d\d-\d\d[^"]*"/g, '""')
    .replace(/:\d+/g, '');

describe.each([VICIDIAL, ROCKET_CHAT, KORE_AI, ...twoSystems])('$title', (system) => {
  const { page, tasks, grant, refusal, optional = {} } = system;
  const table = rightsTable(page);

  test('each row of the page is tried', () => {
    expect(table.map(({ task }) => task).sort()).toEqual(Object.keys(tasks).sort());
  });

  test.each(table)('$task: the rights on the page are enough', async ({ task, rights }) => {
    grant(rights);
    await expect(tasks[task]?.()).resolves.toBeDefined();
  });

  const each = table.flatMap(({ task, rights }) =>
    rights.map((right) => ({ task, rights, right })),
  );

  test.each(each)('$task: not without $right', async ({ task, rights, right }) => {
    const run = tasks[task] ?? (async () => undefined);
    grant(rights);
    const full = shape(await run());
    grant(rights.filter((other) => other !== right));
    if (optional[task]?.includes(right)) expect(shape(await run())).not.toBe(full);
    else {
      const told = await run().then(() => 'nothing was refused', wordsOf);
      expect(told).toMatch(refusal);
      expect(told).toContain(right.replace(/^(User Level|Modify Users).*/, ''));
    }
  });
});

test.each([
  ['User Level 7', { level: 6 }, /does not accept the user or the password/],
  ['View Reports', { viewReports: false }, /lacks a right/],
  ['Agent API Access', { apiAccess: false }, /lacks a right/],
])('VICIdial: nothing can be read without %s', async (right, patch, refusal) => {
  expect(projectText('docs/vendors/vicidial.md')).toContain(`\`${right}\``);
  VICIDIAL.grant(['logged_in_agents']);
  const run = ofVicidial({ operation: 'getLiveInfo' });
  await run();
  simulator().vicidial.setUser('least', patch);
  await expect(run()).rejects.toThrow(refusal);
});
