import { noop } from 'lodash';
import type { ClientOptions } from '../../nodes/shared/http/connection';
import type { Floor } from '../../nodes/shared/model/Floor';

/**
 * A vendor of no particular kind, as the trigger's engine takes it.
 *
 * @param connected is called with how its client may ask, and may refuse
 */
export const vendorOf = (
  floor: () => Floor,
  connected: (options: ClientOptions) => void = noop,
) => ({
  id: 'test',
  name: 'Test Center',
  credential: 'testApi',
  connect: (_context: unknown, _credentials: unknown, options: ClientOptions) => connected(options),
  floor,
});
