import type { IDataObject } from 'n8n-workflow';
import type { Simulator } from '../simulator/index.mjs';
import type { Subject } from './contexts';
import { crocoNode, goNode } from './crocoDial';
import { koreAiNode } from './koreAi';
import { rocketChatNode } from './rocketChat';
import { vicidialNode } from './vicidial';

/** A vendor's node, for tests that all vendors have to pass. */
export interface VendorUnderTest {
  /** As the README's tables call it. */
  title: string;
  liveInfo(simulator: Simulator): Subject;
  /** The status of an agent that Get Live Info has told. */
  status(simulator: Simulator, agent: IDataObject): Subject;
  /** Absent where the vendor's counts are its own figures only. */
  counts?(simulator: Simulator): Subject;
}

const LIVE_INFO = { operation: 'getLiveInfo' };
const COUNTS = { resource: 'team', operation: 'getCounts' };
const statusOf = (agent: unknown) => ({ operation: 'getStatus', agent: String(agent) });

export const VENDORS: VendorUnderTest[] = [
  {
    title: 'VICIdial',
    liveInfo: ({ url }) => vicidialNode(url, LIVE_INFO),
    status: ({ url }, { agentId }) => vicidialNode(url, statusOf(agentId)),
    counts: ({ url }) => vicidialNode(url, COUNTS),
  },
  {
    title: 'Rocket.Chat',
    liveInfo: (simulator) => rocketChatNode(simulator, LIVE_INFO, {}, 'bypass'),
    status: (simulator, { agentId }) => rocketChatNode(simulator, statusOf(agentId), {}, 'bypass'),
    counts: (simulator) => rocketChatNode(simulator, COUNTS, {}, 'bypass'),
  },
  {
    title: 'Kore.ai',
    liveInfo: ({ url }) => koreAiNode(url, LIVE_INFO),
    status: ({ url }, { email }) => koreAiNode(url, statusOf(email)),
    counts: ({ url }) => koreAiNode(url, COUNTS),
  },
  {
    title: 'CROCO-dial',
    liveInfo: ({ url }) => crocoNode(url, { ...LIVE_INFO, users: '1, 2, 3, 4, 5' }),
    status: ({ url }, { agentId }) => crocoNode(url, statusOf(agentId)),
  },
  {
    title: 'GOautodial',
    liveInfo: ({ url }) => goNode(url, LIVE_INFO),
    status: ({ url }, { agentId }) => goNode(url, statusOf(agentId)),
    counts: ({ url }) => goNode(url, COUNTS),
  },
];
