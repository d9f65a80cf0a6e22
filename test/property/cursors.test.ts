import { checkAll, LONG_MS, runsOfEach } from './check';
import { histories } from './world/histories';

test(
  "with n8n's durable cursors, static data saved after each poll, the trigger tells what the rules say",
  () => checkAll('cursors', histories(['cursors']), runsOfEach(3)),
  LONG_MS,
);
