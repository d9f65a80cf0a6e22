import { forgetProcessMemory } from '../../../nodes/shared/trigger/store';
import { engine, eachMinute, onOwnClock } from '../../support/engine';
import { agent, at, paused, watch, words } from '../../support/floor';

/** What every JavaScript object has already, and VICIdial allows as a user's name. */
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'];

const LIMIT = { states: ['paused'], reasons: '*', minutes: 3, severity: 'warning' };
const ANY = { from: [], to: [] };
const TWO_PAUSED = {
  measure: 'agents',
  states: ['paused'],
  comparison: 'atLeast',
  value: 2,
  forMinutes: 1,
  severity: 'warning',
};

/** Somebody pauses from 1 to 5 and logs out at 7, beside one who stays paused. */
const floorAt = (name: string, minute: number) => [
  paused('1001'),
  ...(minute < 7 ? [agent(name, minute >= 1 && minute < 5 ? 'paused' : 'ready')] : []),
];
const MINUTES = Array.from({ length: 10 }, (_, minute) => minute);

const story = (name: string) => [
  `1: changed ${name} ready>paused`,
  '2: fired countLimit:agents:atLeast:paused',
  '3: fired 1001',
  `4: fired ${name}`,
  `5: resolved ${name} leftState`,
  '5: resolved countLimit:agents:atLeast:paused leftState',
  `5: changed ${name} paused>ready`,
  `8: changed ${name} ready>offline`,
];

test.each(['1002', ...NAMES])('an agent called %s is an agent like any other', (name) => {
  const trigger = watch({ rows: [LIMIT], changes: [ANY], counts: [TWO_PAUSED] });
  const told = MINUTES.flatMap((minute) =>
    words(trigger.look(at(minute), floorAt(name, minute))).map((word) => `${minute}: ${word}`),
  );
  expect(told).toEqual(story(name));
});

describe('in what n8n stores', () => {
  onOwnClock();

  test.each(['1002', ...NAMES])(
    'an agent called %s is still known after a restart',
    async (name) => {
      const trigger = engine({
        events: ['stateTooLong', 'stateChange'],
        timeLimits: { rows: [LIMIT] },
        changes: { rows: [ANY] },
      });
      const told: string[] = [];
      for (const minute of MINUTES) {
        trigger.center.agents = floorAt(name, minute);
        told.push(...(await eachMinute(trigger, minute, minute)));
        trigger.staticData.node = JSON.parse(JSON.stringify(trigger.staticData.node));
        if (told.some((event) => event.startsWith(`${minute}:`))) forgetProcessMemory();
      }
      expect(told).toEqual([
        `1: changed ${name}`,
        '3: fired 1001',
        `4: fired ${name}`,
        `5: resolved ${name}`,
        `5: changed ${name}`,
        `8: changed ${name}`,
      ]);
    },
  );
});
