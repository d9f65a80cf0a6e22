import { infoRoute, meRoute } from './account.mjs';
import { AGENT_ROUTES } from './agents.mjs';
import { DASHBOARD_ROUTES } from './dashboards.mjs';
import { DEPARTMENT_ROUTES } from './departments.mjs';
import { ENTERPRISE_ROUTES } from './enterprise.mjs';
import { overviewRoute } from './overview.mjs';
import { queueRoute } from './queue.mjs';
import { roomsRoute } from './rooms.mjs';
import { agentStatusRoute } from './toggle.mjs';
import { USER_ROUTES } from './users.mjs';

/** @import { Route } from '../ask.mjs' */

/** `/api/info`, which is not below /api/v1. */
export const INFO = infoRoute;

/**
 * Everything below /api/v1/.
 * @type {Route[]}
 */
export const ROUTES = [
  meRoute,
  ...USER_ROUTES,
  ...AGENT_ROUTES,
  ...DEPARTMENT_ROUTES,
  queueRoute,
  roomsRoute,
  agentStatusRoute,
  ...DASHBOARD_ROUTES,
  overviewRoute,
  ...ENTERPRISE_ROUTES,
];
