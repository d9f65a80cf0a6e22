import { activeHours } from '../../../nodes/shared/trigger/activeHours';
import { agent, at, everyMinute, paused, watch, words } from '../../support/floor';

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/** A time in New York, where the workflow is: January 5, 2026 is a Monday. */
const newYork = (day: number, hour: number, minute = 0) => Date.UTC(2026, 0, day, hour + 5, minute);

const isActive = (hours: unknown) => activeHours(hours, 'America/New_York');

test.each([
  ['on the minute they begin', 5, 8, 0, true],
  ['before that', 5, 7, 59, false],
  ['until the minute before they end', 5, 17, 59, true],
  ['not at their end', 5, 18, 0, false],
  ['on the last day', 9, 12, 0, true],
  ['on no other day', 10, 12, 0, false],
  ['on the day before the first', 4, 12, 0, false],
])('hours of the day are on %s', (_name, day, hour, minute, expected) => {
  const isOn = isActive({ days: WEEK, from: '08:00', to: '18:00' });
  expect(isOn(newYork(day, hour, minute))).toBe(expected);
});

test.each([
  ['on the evening', 9, 22, true],
  ['on the morning after', 10, 5, true],
  ['not on the evening of a day that is not chosen', 10, 22, false],
  ['not on the morning of the first day', 5, 5, false],
  ['not in between', 6, 12, false],
])('hours over midnight belong to the day they begin on: %s', (_name, day, hour, expected) => {
  const isOn = isActive({ days: WEEK, from: '22:00', to: '6:00' });
  expect(isOn(newYork(day, hour))).toBe(expected);
});

test('from a time to the same is a whole day', () => {
  const isOn = isActive({ days: ['monday'], from: '08:00', to: '08:00' });
  const times = [newYork(5, 7), newYork(5, 8), newYork(6, 7), newYork(6, 8)];
  expect(times.map(isOn)).toEqual([false, true, true, false]);
});

test('no day is every day', () => {
  const isOn = isActive({ days: [], from: '08:00', to: '18:00' });
  expect([4, 5, 10].map((day) => isOn(newYork(day, 12)))).toEqual([true, true, true]);
});

test('without hours it is always', () => {
  expect(isActive(undefined)(newYork(10, 3))).toBe(true);
});

test.each([
  ['from', { from: '25:00' }],
  ['to', { to: 'noon' }],
  ['to', { to: '12:60' }],
  ['days', { days: ['someday'] }],
])('what is no time of day is refused with words that name it: %s', (field, hours) => {
  expect(() => isActive(hours)).toThrow(`The active hours cannot be read: look at "${field}"`);
});

describe('outside the hours', () => {
  const TEN = [{ minutes: 10 }];

  test('what fires is over, and nothing begins; within again, what is over fires', () => {
    let isOpen = true;
    const trigger = watch({ rows: TEN, isActive: () => isOpen });
    expect(everyMinute(trigger, 0, 12, paused('1'))).toEqual(['10: fired 1']);
    isOpen = false;
    expect(everyMinute(trigger, 13, 20, paused('1'))).toEqual(['13: resolved 1 outOfScope']);
    isOpen = true;
    expect(everyMinute(trigger, 21, 25, paused('1'))).toEqual(['21: fired 1']);
  });

  test('the alert of somebody who is missing is over too', () => {
    let isOpen = true;
    const trigger = watch({ rows: TEN, isActive: () => isOpen });
    everyMinute(trigger, 0, 12, paused('1'), agent('2', 'ready'));
    isOpen = false;
    expect(words(trigger.see(at(13), agent('2', 'ready')))).toEqual(['resolved 1 outOfScope']);
  });

  test('counts are over too, and begin anew', () => {
    let isOpen = true;
    const counts = [{ states: ['paused'], comparison: 'atLeast', value: 1, forMinutes: 2 }];
    const trigger = watch({ counts, isActive: () => isOpen });
    expect(everyMinute(trigger, 0, 3, paused('1'))).toHaveLength(1);
    isOpen = false;
    expect(everyMinute(trigger, 4, 6, paused('1'))).toEqual([
      '4: resolved countLimit:agents:atLeast:paused outOfScope',
    ]);
    isOpen = true;
    expect(everyMinute(trigger, 7, 12, paused('1'))).toEqual([
      '9: fired countLimit:agents:atLeast:paused',
    ]);
  });
});
