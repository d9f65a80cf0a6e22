import type { ChangeEvent } from '../../../nodes/shared/trigger/events';
import { engine, itemsOf, onOwnClock } from '../../support/engine';
import { agent, at, everyMinute, paused, since, watch } from '../../support/floor';

onOwnClock();

const ANY = { changes: [{}] };
const ready = agent('1', 'ready');
const other = agent('2', 'ready');

/** What the agent was in before the change that the look at `minute` tells. */
const beforeOf = (trigger: ReturnType<typeof watch>, minute: number) =>
  (trigger.look(at(minute), [ready, other]) as ChangeEvent[])[0]?.before;

describe('the time in the old state', () => {
  test('goes on when the agent was missing once', () => {
    const trigger = watch(ANY);
    everyMinute(trigger, 0, 0, ready, other);
    everyMinute(trigger, 1, 2, paused('1'), other);
    trigger.look(at(3), [other]);
    trigger.look(at(4), [paused('1'), other]);
    expect(beforeOf(trigger, 5)).toMatchObject({ start: at(1), uncertainty: 60 });
  });

  test('begins anew when a long gap came before the agent was missing once', () => {
    const trigger = watch(ANY);
    everyMinute(trigger, 0, 0, ready, other);
    everyMinute(trigger, 1, 2, paused('1'), other);
    trigger.look(at(60), [other]);
    trigger.look(at(61), [paused('1'), other]);
    expect(beforeOf(trigger, 62)?.start).toBe(at(61));
  });

  test('that the vendor dates is the same after a long gap', () => {
    const trigger = watch(ANY);
    const dated = paused('1', null, since(at(0.5)));
    everyMinute(trigger, 0, 0, ready, other);
    everyMinute(trigger, 1, 2, dated, other);
    trigger.look(at(60), [dated, other]);
    expect(beforeOf(trigger, 61)?.start).toBe(at(0.5));
  });

  test('is not known of somebody met when changes began to be watched', () => {
    const trigger = watch({ rows: [{ minutes: 90 }] });
    everyMinute(trigger, 0, 1, paused('1'), other);
    trigger.change(ANY);
    trigger.look(at(2), [paused('1'), other]);
    expect(beforeOf(trigger, 3)).toMatchObject({ start: at(2), uncertainty: null });
  });
});

test('a floor of which most are gone is that of log-outs, once that is believed', async () => {
  const trigger = engine({ events: ['stateChange'], changes: { rows: [{}] } });
  const everyone = ['1', '2', '3', '4', '5'].map((id) => agent(id, 'ready'));
  const items = await itemsOf(trigger, [everyone, everyone, [], [], []]);
  expect(items).toHaveLength(5);
  expect(items[0]).toMatchObject({
    title: 'Agent 1 logged out, was ready for at least 2 min',
    change: { from: 'ready', to: 'offline' },
    at: '2026-01-05T09:02:00Z',
  });
});
