import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { get } from 'lodash';
import { parameterReader } from '../../../nodes/shared/node/parameters/read';
import { TRIGGER_ON, TRIGGER_SUBTITLE } from '../../../nodes/shared/trigger/parameters/events';
import { triggerParameters } from '../../../nodes/shared/trigger/parameters/parameters';
import { readSetup } from '../../../nodes/shared/trigger/setup';

const text = (name: string, displayName: string): INodeProperties => ({
  displayName,
  name,
  type: 'string',
  default: '',
});

const WORDS = {
  sinceNotice: 'This contact center tells since when.',
  reasonsName: 'Pause Codes',
  reasonsPlaceholder: 'e.g. LUNCH',
  tellsSince: true,
  callsWaiting: 'Calls in the queues',
  watch: [text('users', 'Users')],
  filters: [text('campaigns', 'Campaigns')],
  options: [text('pausedStatuses', 'Statuses That Mean Paused')],
};

type Part = INodeProperties | INodePropertyCollection | INodePropertyOptions;

const isChoice = (part: Part): part is INodePropertyOptions => 'value' in part;
const partsOf = (part: Part): Part[] =>
  'values' in part ? part.values : 'options' in part ? (part.options ?? []) : [];

/** A tree of parameters in lines: what each is called, takes, begins with and is shown for. */
function lines(parts: readonly Part[], indent = ''): string[] {
  return parts.flatMap((part) => {
    if (isChoice(part)) return [];
    if (!('type' in part)) return [`${indent}${part.name}`, ...lines(part.values, `${indent}  `)];
    const choices = partsOf(part).filter(isChoice);
    const shown = part.displayOptions;
    const notes = [
      part.type,
      part.required ? 'required' : '',
      part.noDataExpression ? 'no expression' : '',
      choices.map(({ value }) => String(value)).join('|'),
      `= ${JSON.stringify(part.default)}`,
      ...Object.entries(part.typeOptions ?? {}).map(([key, value]) => `${key} ${String(value)}`),
      shown === undefined ? '' : JSON.stringify(shown).replace(/"/g, ''),
    ];
    const line = `${indent}${part.name}: ${notes.filter(Boolean).join(' ')}`;
    return [line, ...lines(partsOf(part), `${indent}  `)];
  });
}

/** The contract: it may grow, and nothing of it may be renamed. */
const CONTRACT = `
events: multiOptions required no expression stateTooLong|countLimit|stateChange|sourceDown = ["stateTooLong"]
sinceNotice: notice = "" {show:{events:[stateTooLong,stateChange]}}
timeLimits: fixedCollection = {"rows":[{"states":["paused"],"reasons":"","minutes":10,"severity":"warning"}]} multipleValues true sortable true {show:{events:[stateTooLong]}}
  rows
    states: multiOptions busy|paused|ready|wrapUp = ["paused"]
    reasons: string = "" {show:{states:[paused]}}
    minutes: number = 10 minValue 0
    severity: options critical|warning = "warning"
countLimits: fixedCollection = {"rows":[{"measure":"agents","states":["ready"],"comparison":"atMost","value":0,"forMinutes":2,"clearAt":"","severity":"warning"}]} multipleValues true sortable true {show:{events:[countLimit]}}
  rows
    measure: options agents|callsWaiting|percent = "agents"
    states: multiOptions busy|paused|ready|wrapUp = ["ready"] {hide:{measure:[callsWaiting]}}
    comparison: options atLeast|atMost = "atMost"
    value: number = 0 minValue 0
    forMinutes: number = 2 minValue 0
    clearAt: string = ""
    severity: options critical|warning = "warning"
changes: fixedCollection = {"rows":[{"from":[],"to":[]}]} multipleValues true sortable true {show:{events:[stateChange]}}
  rows
    from: multiOptions busy|offline|paused|ready|wrapUp = []
    to: multiOptions busy|offline|paused|ready|wrapUp = []
downAfter: number = 3 minValue 1 {show:{events:[sourceDown]}}
sendResolved: boolean = true {show:{events:[stateTooLong,countLimit,sourceDown]}}
users: string = ""
filters: collection = {}
  activeHours: fixedCollection = {"hours":{"days":["monday","tuesday","wednesday","thursday","friday"],"from":"08:00","to":"18:00"}}
    hours
      days: multiOptions friday|monday|saturday|sunday|thursday|tuesday|wednesday = ["monday","tuesday","wednesday","thursday","friday"]
      from: string = "08:00"
      to: string = "18:00"
  agents: string = ""
  excludeAgents: string = ""
  campaigns: string = ""
  minLoggedIn: number = 1 minValue 0 {show:{/events:[countLimit]}}
options: collection = {}
  alertOnActivation: boolean = false {show:{/events:[stateTooLong,countLimit]}}
  heartbeatEvery: number = 60 minValue 0
  includePersonalData: boolean = false
  repeatEvery: number = 30 minValue 0 {show:{/events:[stateTooLong,countLimit]}}
  requestTimeout: number = 10 minValue 1 maxValue 300
  simplify: boolean = true
  pausedStatuses: string = ""
`;

test('names, types, choices, first values and when they are shown are a contract', () => {
  expect(lines(triggerParameters(WORDS))).toEqual(CONTRACT.trim().split('\n'));
});

test('a vendor that cannot tell something is not asked for it, nor for whom to watch', () => {
  const without = { ...WORDS, tellsSince: false, callsWaiting: undefined };
  const told = lines(triggerParameters({ ...without, watch: undefined, options: undefined }));
  const left = CONTRACT.trim()
    .split('\n')
    .filter((line) => !/^ *(alertOnActivation|users|pausedStatuses):/.test(line));
  expect(told).toEqual(left.map((line) => line.replace('|callsWaiting|', '|')));
});

test('the vendor’s own words are in their places', () => {
  const [, notice, limits, counts] = triggerParameters(WORDS);
  expect(notice?.displayName).toBe(WORDS.sinceNotice);
  const reasons = get(limits, 'options[0].values[1]');
  expect(reasons).toMatchObject({ displayName: 'Pause Codes', placeholder: 'e.g. LUNCH' });
  const calls = get(counts, 'options[0].values[0].options[1]');
  expect(calls).toMatchObject({ value: 'callsWaiting', description: 'Calls in the queues' });
});

test('what the editor fills in first can be activated, for each event', () => {
  const parameters = Object.fromEntries(
    triggerParameters(WORDS).map((parameter) => [parameter.name, parameter.default]),
  );
  for (const event of ['stateTooLong', 'countLimit', 'stateChange', 'sourceDown']) {
    const read = parameterReader((name) => get({ ...parameters, events: [event] }, name));
    expect(() => readSetup(read, 'UTC')).not.toThrow();
  }
});

test('the words below the node’s name know every event', () => {
  for (const choice of TRIGGER_ON.options?.filter(isChoice) ?? []) {
    expect(TRIGGER_SUBTITLE).toMatch(new RegExp(`\\b${String(choice.value)}: "\\w`));
  }
});
