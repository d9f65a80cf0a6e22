import type { ZodType, ZodTypeDef } from 'zod';
import { SHAPES } from './schemas';

/** A route of Kore.ai, the API scope it needs, and the shape of its answer. */
export interface Route<T> {
  method: 'GET' | 'POST';
  /** `:name` stands for one of the credential's IDs or a parameter. */
  path: string;
  scope: string;
  shape: ZodType<T, ZodTypeDef, unknown>;
}

const ANALYTICS = 'SmartAssist Analytics';
const CONFIGURATION = 'Configuration';
const WFM = 'WFM Integration';
const ACCOUNT = '/agentassist/api/public/analytics/account/:accountId';
const STREAM = '/agentassist/api/v1/public/:streamId';

/**
 * The routes this package uses (docs/vendors/kore-ai.md, Routes). The two that tell of one agent
 * are not among them: they give out telephone passwords.
 */
export const ROUTES = {
  availability: {
    method: 'POST',
    path: `${STREAM}/agents/availability`,
    scope: CONFIGURATION,
    shape: SHAPES.availability,
  },
  statusDetails: {
    method: 'POST',
    path: `${ACCOUNT}/agentstatusdetails`,
    scope: ANALYTICS,
    shape: SHAPES.statusDetails,
  },
  activity: {
    method: 'GET',
    path: `${ACCOUNT}/agentactivity`,
    scope: WFM,
    shape: SHAPES.activity,
  },
  organizationAgents: {
    method: 'GET',
    path: `${STREAM}/organizations/:orgId/agents`,
    scope: ANALYTICS,
    shape: SHAPES.organizationAgents,
  },
  queues: { method: 'GET', path: `${STREAM}/queues`, scope: CONFIGURATION, shape: SHAPES.queues },
  queueStats: {
    method: 'POST',
    path: `${STREAM}/monitor/queueStatsById/:queueId`,
    scope: ANALYTICS,
    shape: SHAPES.queueStats,
  },
  queueAgents: {
    method: 'POST',
    path: `${STREAM}/queues/agents`,
    scope: CONFIGURATION,
    shape: SHAPES.queueAgents,
  },
} as const;
