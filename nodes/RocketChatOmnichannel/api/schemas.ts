import { z } from 'zod';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const number = z.number().catch(0).default(0);

/** How a page of a list begins and ends (docs/vendors/rocket-chat.md, Lists). */
const page = { offset: number, total: z.number() };

/** One agent of `livechat/users/agent`, and of the route for one. */
const agentSchema = z.object({
  _id: z.string().min(1),
  username: text,
  name: text,
  status: text,
  statusLivechat: text,
  emails: z
    .array(z.object({ address: z.string() }).passthrough())
    .nullish()
    .catch([]),
  departments: z.array(z.string()).nullish().catch([]),
});
export type AgentRecord = z.infer<typeof agentSchema>;

/** Open chats of one agent in one department; an agent may have several. */
const queueSchema = z.object({
  chats: z.number(),
  user: z.object({ _id: z.string().min(1) }).passthrough(),
  department: z.object({ _id: text }).passthrough().nullish(),
});

export const SHAPES = {
  agents: z.object({ users: z.array(agentSchema), ...page }),
  agent: z.object({ user: agentSchema.nullable() }),
  queue: z.object({ queue: z.array(queueSchema), ...page }),
  departments: z.object({
    departments: z.array(z.object({ _id: z.string().min(1), name: text })),
    ...page,
  }),
  /** With no agent at all, or of an unknown department, none of the counts is sent. */
  agentsStatus: z.object({
    available: z.number().optional(),
    away: z.number().optional(),
    busy: z.number().optional(),
    offline: z.number().optional(),
  }),
  chats: z.object({ queued: z.number() }),
  /** By username, with `success` among the usernames. */
  chatsPerAgent: z.record(
    z.union([
      z.boolean(),
      z.object({
        open: z.number().nullish(),
        closed: z.number().nullish(),
        onhold: z.number().nullish(),
      }),
    ]),
  ),
  serviceHistory: z.object({
    agents: z.array(
      z.object({
        username: z.string(),
        serviceHistory: z
          .array(z.object({ startedAt: z.string(), stoppedAt: z.string().nullish() }).passthrough())
          .nullish(),
      }),
    ),
    total: z.number().nullish(),
  }),
  serviceTime: z.object({
    agents: z.array(
      z.object({ _id: text, username: z.string(), chats: number, serviceTimeDuration: number }),
    ),
    total: z.number().nullish(),
  }),
} as const;

/** What every refusal has some of. */
export const refusalSchema = z
  .object({
    error: z.union([z.string(), z.object({}).passthrough()]).nullish(),
    message: z.string().nullish(),
    errorType: z.string().nullish(),
  })
  .passthrough();
