import { checkAll, LONG_MS, wanted } from './check';
import { histories } from './world/histories';

const BIG = { agents: 300, polls: 60, moves: 40 };

test(
  'with 300 agents over an hour, the trigger tells what the rules say',
  () =>
    checkAll('bigWorlds', histories(['classic', 'durable', 'cursors'], BIG), wanted.worlds ?? 1),
  LONG_MS,
);
