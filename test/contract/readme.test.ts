import { toItem } from '../../nodes/shared/trigger/items/items';
import { agent, at, ITEM_OPTIONS, paused, watch } from '../support/floor';
import { codeBlocks, projectText } from '../support/texts.mjs';

const readme = projectText('README.md');

test('the example item of the README is what the trigger emits', () => {
  const source = 'vicidial:dialer.example.com:n8n';
  const maria = (fields: object) =>
    agent('1001', 'paused', {
      agentName: 'Maria Lopez',
      vendor: 'vicidial',
      source,
      reason: 'BREAK',
      vendorStatus: 'PAUSED',
      routable: false,
      teams: { campaign: 'SALES', userGroup: 'AGENTS', departments: [], queues: [] },
      callsToday: 3,
      session: { id: '8600051', ip: null },
      ...fields,
    });
  const trigger = watch({ rows: [{ states: ['paused'], minutes: 10 }] });
  for (const minute of [-8, -5, -2]) {
    trigger.see(at(minute), maria({ state: 'ready', reason: null }));
  }
  for (const minute of [1, 4, 7, 10]) trigger.see(at(minute), maria({}));
  const [fired] = trigger.see(at(13), maria({ observedAt: at(13) }));
  if (fired === undefined) throw new Error('nothing fired');
  const item = toItem(
    fired,
    {
      vendor: 'vicidial',
      vendorName: 'VICIdial',
      source,
      agentKey: (id) => id,
      simplify: true,
      includePersonalData: false,
    },
    null,
  );
  const [example = ''] = codeBlocks(readme, 'json');
  expect(JSON.parse(example)).toEqual(item);
});

test('the keys of the example item stand in the order in which they are emitted', () => {
  const trigger = watch({ rows: [{ minutes: 1 }] });
  trigger.see(at(0), paused('1'));
  const [fired] = trigger.see(at(1), paused('1'));
  if (fired === undefined) throw new Error('nothing fired');
  const [example = ''] = codeBlocks(readme, 'json');
  const shown = JSON.parse(example) as Record<string, object>;
  const item = toItem(fired, ITEM_OPTIONS, null) as Record<string, object>;
  expect(Object.keys(shown)).toEqual(Object.keys(item));
  expect(Object.keys(shown.agent ?? {})).toEqual(Object.keys(item.agent ?? {}));
});

test("every resolve reason is explained on the trigger's page", () => {
  const reasons = [
    'leftState',
    'codeChanged',
    'loggedOut',
    'outOfScope',
    'ruleChanged',
    'ruleRemoved',
    'unseen',
    'nobodyLoggedIn',
  ];
  const page = projectText('docs/trigger.md');
  expect(reasons.filter((reason) => !page.includes(`| ${reason} | `))).toEqual([]);
});
