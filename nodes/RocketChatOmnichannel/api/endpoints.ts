import type { ZodType, ZodTypeDef } from 'zod';
import { SHAPES } from './schemas';

/** A route, the permission it needs, and the shape of its answer. */
export interface Route<T> {
  path: string;
  right: string;
  shape: ZodType<T, ZodTypeDef, unknown>;
}

const LIST_RIGHT = 'transfer-livechat-guest';
const MANAGER = 'view-livechat-manager';
const ROOMS = 'view-l-room';

/** The routes this package reads, with the permission each needs (docs/vendors/rocket-chat.md). */
export const ROUTES = {
  agents: { path: 'livechat/users/agent', right: LIST_RIGHT, shape: SHAPES.agents },
  queue: { path: 'livechat/queue', right: ROOMS, shape: SHAPES.queue },
  departments: { path: 'livechat/department', right: ROOMS, shape: SHAPES.departments },
  agentsStatus: {
    path: 'livechat/analytics/dashboards/charts/agents-status',
    right: MANAGER,
    shape: SHAPES.agentsStatus,
  },
  chats: {
    path: 'livechat/analytics/dashboards/charts/chats',
    right: MANAGER,
    shape: SHAPES.chats,
  },
  chatsPerAgent: {
    path: 'livechat/analytics/dashboards/charts/chats-per-agent',
    right: MANAGER,
    shape: SHAPES.chatsPerAgent,
  },
  serviceHistory: {
    path: 'livechat/analytics/agents/available-for-service-history',
    right: MANAGER,
    shape: SHAPES.serviceHistory,
  },
  serviceTime: {
    path: 'livechat/analytics/agents/total-service-time',
    right: MANAGER,
    shape: SHAPES.serviceTime,
  },
} as const;

/** The route for one agent by user ID. */
export function agentRoute(userId: string): Route<(typeof SHAPES.agent)['_output']> {
  return {
    path: `livechat/users/agent/${encodeURIComponent(userId)}`,
    right: MANAGER,
    shape: SHAPES.agent,
  };
}
