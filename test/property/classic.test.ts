import { checkAll, LONG_MS, runsOfEach } from './check';
import { histories } from './world/histories';

test(
  "with n8n's classic poller, static data saved with what is emitted, the trigger tells what the rules say",
  () => checkAll('classic', histories(['classic']), runsOfEach(3)),
  LONG_MS,
);
