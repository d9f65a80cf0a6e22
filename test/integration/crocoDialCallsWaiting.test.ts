import { crocoDial } from '../simulator/goAutoDial/croco/system.mjs';
import { goAutoDial } from '../simulator/goAutoDial/system.mjs';
import { WANTED } from '../support/callsWaiting';
import { useSimulator } from '../support/simulated';
import { floorAt } from '../support/subjects';

const simulator = useSimulator();

test.each([
  ['CROCO-dial', crocoDial, 2],
  ['GOautodial', goAutoDial, 1],
])('%s tells none, and is not asked after them', async (_, system, requests) => {
  const floor = floorAt(system, simulator(), { users: '1001, 1002' });
  const { agents, callsWaiting } = await floor.readFloor(WANTED);
  expect(callsWaiting).toBeNull();
  expect(agents).toHaveLength(2);
  expect(simulator().requests()).toHaveLength(requests);
});
