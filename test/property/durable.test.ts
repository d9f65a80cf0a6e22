import { checkAll, LONG_MS, runsOfEach } from './check';
import { histories } from './world/histories';

test(
  "with n8n's durable scheduler, static data read back for each poll, the trigger tells what the rules say",
  () => checkAll('durable', histories(['durable']), runsOfEach(3)),
  LONG_MS,
);
