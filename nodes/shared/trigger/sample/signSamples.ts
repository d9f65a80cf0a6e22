import { ContactCenterFailure } from '../../http/failure';
import type { Sample, SampleFloor } from './sampleFloor';

/** What the trigger tells about itself and the contact center, where the user wants it. */
export function signSamples({ setup, at }: SampleFloor): Sample[] {
  const { outage, heartbeatMs } = setup;
  const down: Sample = {
    event: {
      type: 'sourceDown',
      event: 'sourceDown',
      at,
      outage: {
        since: at,
        idStart: Math.floor(at / 1000),
        polls: outage.downAfter,
        told: 'item',
      },
      downAfter: outage.downAfter,
      failure: new ContactCenterFailure(
        'unreachable',
        'The contact center cannot be reached',
        'Check that it runs, and that this n8n may connect to it.',
      ),
    },
    wouldFire: false,
    matchingNow: 0,
    remark: 'the contact center answers; this shows what an outage looks like: ',
  };
  const heartbeat: Sample = {
    event: { type: 'heartbeat', event: 'heartbeat', at, goodAt: at },
    wouldFire: true,
    matchingNow: 1,
    remark: '',
  };
  return [...(outage.asItem ? [down] : []), ...(heartbeatMs > 0 ? [heartbeat] : [])];
}
