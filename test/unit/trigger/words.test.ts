import { toItem } from '../../../nodes/shared/trigger/items/items';
import { durationText } from '../../../nodes/shared/trigger/items/words';
import { at, ITEM_OPTIONS as options, paused, watch } from '../../support/floor';

/** The alert of an agent who has been paused for two minutes. */
function alertOf(fields: object) {
  const trigger = watch({ rows: [{ minutes: 2 }] });
  trigger.see(at(-1));
  const agent = paused('1101', 'BREAK', fields);
  trigger.see(at(0), agent);
  const [fired] = trigger.see(at(2), agent);
  if (fired === undefined) throw new Error('nothing fired');
  return toItem(fired, options, null);
}

test('an agent is told by name and ID', () => {
  expect(alertOf({ agentName: 'Maria Lopez' })).toMatchObject({
    title: 'Maria Lopez paused (BREAK) for 2 min, limit 2 min',
    message: 'Maria Lopez (1101) has been paused (BREAK) for 2 min. The limit is 2 min.',
  });
});

test('an agent without a name is told by ID, once', () => {
  expect(alertOf({ agentName: null })).toMatchObject({
    title: '1101 paused (BREAK) for 2 min, limit 2 min',
    message: '1101 has been paused (BREAK) for 2 min. The limit is 2 min.',
  });
});

test.each([
  [0, '0 s'],
  [45_000, '45 s'],
  [60_000, '1 min'],
  [90_000, '90 s'],
  [12 * 60_000 + 5_000, '12 min'],
  [60 * 60_000, '1 h'],
  [65 * 60_000, '1 h 5 min'],
  [-5_000, '0 s'],
])('%i ms are %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});
