import { withoutSecrets } from '../../nodes/shared/http/secrets';

describe('a text without its secrets', () => {
  test.each([
    ['once', 'Login |api|hunter2|BAD|', ['hunter2'], 'Login |api|***|BAD|'],
    ['several times', "hunter2 pass='hunter2'", ['hunter2'], "*** pass='***'"],
    ['URL-encoded', 'pass=p%40ss%20word', ['p@ss word'], 'pass=***'],
    ['several secrets', 'a token-1 b pw-2', ['token-1', 'pw-2'], 'a *** b ***'],
    ['a secret within another', 'abcdef abc', ['abc', 'abcdef'], '*** ***'],
    ['signs that mean something to a regular expression', 'x a.*b$ y', ['a.*b$'], 'x *** y'],
    ['a secret that looks like a replacement', 'x $& y', ['$&'], 'x *** y'],
    ['nothing secret', 'all clear', ['hunter2'], 'all clear'],
    ['no secret at all', 'all clear', [], 'all clear'],
    ['an empty secret', 'all clear', [''], 'all clear'],
  ])('%s', (_, text, secrets, clean) => {
    expect(withoutSecrets(text, secrets)).toBe(clean);
  });
});
