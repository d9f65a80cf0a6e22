import { networkFailure } from '../../nodes/shared/http/networkFailure';

const URL_WITH_SECRET = 'https://dialer.example.com/api?pass=Tasse-7319';

test('an error that is no network error is named, and nothing of its message told', () => {
  const error = Object.assign(new Error('No bridge for pass=Tasse-7319'), { name: 'IsolateError' });
  const { kind, message, advice } = networkFailure(error, URL_WITH_SECRET, 10_000);
  expect([kind, message]).toEqual([
    'unreachable',
    'The request to dialer.example.com could not be made',
  ]);
  expect(advice).toContain('n8n reports IsolateError.');
  expect(message + advice).not.toContain('7319');
});

test.each([
  ['a code', { code: 'EMFILE' }, 'EMFILE'],
  ['a code that is none', { code: 'pass=Tasse-7319', name: 'Error' }, 'Error'],
  ['neither code nor name', {}, 'no reason'],
])('by %s', (_name, error, expected) => {
  expect(networkFailure(error, URL_WITH_SECRET, 10_000).advice).toContain(
    `n8n reports ${expected}.`,
  );
});
