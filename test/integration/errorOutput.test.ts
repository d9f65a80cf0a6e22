import type { IDataObject } from 'n8n-workflow';
import { subjectOf } from '../support/asked';
import { outputsOf } from '../support/outputs';
import { allText, byId, jsonOf, useSimulator } from '../support/simulated';

const SECRET = 'p4ss-w0rd';
const simulator = useSimulator();

/** What leaves through each output of Get Status, the node set to continue with an error output. */
async function sorted(ids: string[], credentials: IDataObject = {}) {
  const parameters = { operation: 'getStatus', agent: byId('={{ $json.id }}') };
  const subject = subjectOf(simulator().url, { parameters, credentials });
  subject.node = { onError: 'continueErrorOutput' };
  return outputsOf(
    subject,
    ids.map((id) => ({ id })),
  );
}

describe('On Error: Continue (using error output)', () => {
  test('sends the items that fail there, with their input and what to do, and no other', async () => {
    const [succeeded = [], failed = []] = await sorted(['1001', '9999', '1003']);
    expect(succeeded.map(({ json, pairedItem }) => [json.agentId, pairedItem])).toEqual([
      ['1001', { item: 0 }],
      ['1003', { item: 2 }],
    ]);
    expect(failed).toEqual([
      {
        json: {
          id: '9999',
          error: {
            message: 'VICIdial knows no such agent',
            description: expect.stringMatching(/\w/),
            httpCode: '404',
          },
        },
        pairedItem: { item: 1 },
      },
    ]);
  });

  test('sends a login that is refused there, without the password', async () => {
    const [succeeded, failed = []] = await sorted(['1001', '1003'], { password: SECRET });
    expect(succeeded).toEqual([]);
    expect(jsonOf(failed)).toMatchObject([
      { id: '1001', error: { httpCode: '401' } },
      { id: '1003', error: { httpCode: '401' } },
    ]);
    expect(allText(failed)).not.toContain(SECRET);
  });
});
