import { NodeApiError, type INode } from 'n8n-workflow';
import {
  asFailure,
  attempt,
  ContactCenterFailure,
  toNodeApiError,
  type FailureKind,
} from '../../nodes/shared/http/failure';

const NODE: INode = {
  id: '1',
  name: 'VICIdial',
  type: 'n8n-nodes-contact-center.vicidial',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
};

const KINDS: Array<[FailureKind, string]> = [
  ['loginRefused', '401'],
  ['forbidden', '403'],
  ['notFound', '404'],
  ['badInput', '400'],
  ['notTheService', '404'],
  ['unreadable', '502'],
  ['unreachable', '503'],
  ['timeout', '408'],
  ['rateLimited', '429'],
  ['outage', '503'],
];

describe('a failure as n8n’s error', () => {
  test.each(KINDS)('%s has the HTTP code %s', (kind, httpCode) => {
    const error = toNodeApiError(NODE, new ContactCenterFailure(kind, 'What.', 'Do this.'));
    expect(error).toBeInstanceOf(NodeApiError);
    expect(error).toMatchObject({ name: 'NodeApiError', httpCode });
  });

  test.each(KINDS)('%s says what happened first, and what to do second', (kind) => {
    const error = toNodeApiError(NODE, new ContactCenterFailure(kind, 'What.', 'Do this.'));
    expect(error).toMatchObject({ message: 'What.', description: 'Do this.' });
  });

  test('names the input item it is about', () => {
    const failure = new ContactCenterFailure('outage', 'What.', 'Do this.');
    expect(toNodeApiError(NODE, failure, 3).context).toMatchObject({ itemIndex: 3 });
  });

  test.each([
    ['loginRefused', 'credential-invalid'],
    ['rateLimited', 'rate-limited'],
    ['timeout', 'temporarily-unavailable'],
    ['badInput', 'configuration-invalid'],
  ] as const)('%s tells n8n’s back-off that it is %s', (kind, cause) => {
    const error = toNodeApiError(NODE, new ContactCenterFailure(kind, 'What.', 'Do this.'));
    expect(error.failure).toMatchObject({ cause });
  });
});

describe('whatever is thrown, as a failure', () => {
  test('a failure stays the same', () => {
    const failure = new ContactCenterFailure('outage', 'What.', 'Do this.');
    expect(asFailure(failure)).toBe(failure);
  });

  test('an error of another copy of n8n keeps its two lines', () => {
    const error = Object.assign(new Error('No.'), { name: 'NodeApiError', description: 'Yes.' });
    expect(asFailure(error)).toMatchObject({ message: 'No.', advice: 'Yes.' });
  });

  test.each([['text'], [undefined], [null], [42], [{}], [{ message: '' }], [{ message: 7 }]])(
    '%j becomes words all the same',
    (thrown) => {
      expect(asFailure(thrown)).toMatchObject({
        message: 'The node could not be run',
        advice: 'Check the parameters of the node.',
      });
    },
  );
});

describe('an attempt', () => {
  test('gives the value', async () => {
    await expect(attempt(async () => 5)).resolves.toEqual({ ok: true, value: 5 });
  });

  test('gives the failure', async () => {
    const failure = new ContactCenterFailure('outage', 'What.', 'Do this.');
    await expect(attempt(() => Promise.reject(failure))).resolves.toEqual({ ok: false, failure });
  });

  test('catches what is thrown before the first await', async () => {
    const work = () => {
      throw new Error('at once');
    };
    await expect(attempt(work)).resolves.toMatchObject({
      ok: false,
      failure: { message: 'at once' },
    });
  });
});
