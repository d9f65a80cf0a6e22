import { toActivities } from '../../nodes/RocketChatOmnichannel/activity';

const window = { from: Date.parse('2026-11-22T08:00:00Z'), to: Date.parse('2026-11-22T20:00:00Z') };

/** The seconds available of an agent whose history has these stretches, one answer after the other. */
function available(...answers: Array<Array<[string, string | null]> | null>) {
  const histories = answers.map((stretches) => ({
    agents: [
      {
        username: 'ann',
        availableTimeInSeconds: 86_400,
        serviceHistory:
          stretches?.map(([startedAt, stoppedAt]) => ({
            startedAt: `2026-11-${startedAt}Z`,
            stoppedAt: stoppedAt && `2026-11-${stoppedAt}Z`,
          })) ?? null,
      },
    ],
  }));
  const service = { histories, times: { agents: [] } };
  return toActivities({}, service, 'source', window)[0]?.loggedInSeconds;
}

test.each([
  ['within the window', [['22T09:00:00', '22T10:00:00']], 3600],
  ['over its beginning', [['22T07:00:00', '22T09:00:00']], 3600],
  ['over its end', [['22T19:00:00', '22T21:00:00']], 3600],
  ['over all of it', [['22T00:00:00', '22T23:59:59']], 43_200],
  [
    'before and after it',
    [
      ['22T01:00:00', '22T08:00:00'],
      ['22T20:00:00', '22T21:00:00'],
    ],
    0,
  ],
  [
    'two of them',
    [
      ['22T09:00:00', '22T10:00:00'],
      ['22T11:00:00', '22T11:30:00'],
    ],
    5400,
  ],
  [
    'written again by each connection that closed',
    [
      ['22T09:00:00', '22T10:00:00'],
      ['22T09:00:00', '22T10:00:02'],
    ],
    3602,
  ],
  [
    'one that still runs',
    [
      ['22T09:00:00', '22T10:00:00'],
      ['22T11:00:00', null],
    ],
    3600,
  ],
] as Array<[string, Array<[string, string | null]>, number]>)(
  'a stretch %s',
  (_name, stretches, seconds) => {
    expect(available(stretches)).toBe(seconds);
  },
);

test('a day that was asked twice counts once', () => {
  const day: Array<[string, string]> = [['22T09:00:00', '22T10:00:00']];
  expect(available(day, day, null)).toBe(3600);
});
