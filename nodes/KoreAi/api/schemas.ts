import { lowerFirst, mapKeys, mapValues } from 'lodash';
import { z } from 'zod';

const id = z.string().trim().min(1);
const text = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((value) =>
    value === null || value === undefined || value === '' ? null : `${value}`,
  );
const count = z.number().nullish().catch(null);
const counts = z.record(z.number()).nullish().catch(null);

/** The statuses that have a meaning; an agent who is in two lists counts for the first. */
export const STATUSES = ['BUSY', 'AVAILABLE', 'AWAY', 'OFFLINE'] as const;
export type KoreStatus = (typeof STATUSES)[number];

const person = { firstName: text, lastName: text, customId: text };

/** An agent of agents/availability. Only these fields are read: others may be private. */
const entrySchema = z.object({
  _id: id,
  userId: id,
  emailId: text,
  ...person,
  channelCapacity: z
    .record(
      z.object({ usedCapacity: count, totalCapacity: count, isEnabled: z.boolean().nullish() }),
    )
    .nullish()
    .catch(null),
});
export type AvailabilityEntry = z.infer<typeof entrySchema>;

/** A list per status; a status that nobody has seen before is kept, a key that is no list is not. */
const availabilitySchema = z
  .record(z.unknown())
  .refine((answer) => STATUSES.some((status) => status in answer))
  .transform((answer, context) => {
    const known = STATUSES.filter((status) => status in answer);
    const other = Object.keys(answer).filter((key) => !STATUSES.some((status) => status === key));
    return [...known, ...other].flatMap((status) => {
      const list = z.array(entrySchema).safeParse(answer[status]);
      if (list.success) return list.data.map((entry) => ({ status, entry }));
      if (known.some((each) => each === status)) list.error.issues.forEach(context.addIssue);
      return [];
    });
  });

/** A stretch of time in one status; the one that lasts has no end (docs/vendors/kore-ai.md, Status details). */
const segmentSchema = z.object({
  primaryStatus: id,
  secondaryStatus: text,
  startTime: z.string(),
  endTime: text,
});
export type SegmentRecord = z.infer<typeof segmentSchema>;

const detailsSchema = z.object({
  userId: id,
  email: text,
  ...person,
  status: z.array(segmentSchema).nullish(),
});
export type DetailsRecord = z.infer<typeof detailsSchema>;

const eventSchema = z.object({
  agentId: id,
  eventTime: z.string(),
  activity: text,
  reasonCode: text,
});
export type EventRecord = z.infer<typeof eventSchema>;

/** Kore.ai's pages write AgentUpdates and agentUpdates; both are read. */
function withLowerKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withLowerKeys);
  if (typeof value !== 'object' || value === null) return value;
  return mapValues(
    mapKeys(value, (_, key) => lowerFirst(key)),
    withLowerKeys,
  );
}

const listed = { hasMore: z.boolean().catch(false), totalResults: count };

/** An agent of one of the lists that has both kinds of ID. */
const organizationAgent = z.object({ id, userId: id, emailId: text, ...person });
const queueSchema = z.object({ id, name: text });
export type QueueRecord = z.infer<typeof queueSchema>;

/** What is passed on of a queue's own figures. */
const queueStatsSchema = z.object({
  queueName: text,
  waiting: count,
  engaged: count,
  dropOff: count,
  noOfAgents: count,
  agentStatus: counts,
  queueSummary: counts,
});
export type QueueStats = z.infer<typeof queueStatsSchema>;

/** The shapes of Kore.ai's answers. */
export const SHAPES = {
  availability: availabilitySchema,
  statusDetails: z.object({ hasMore: z.boolean().catch(false), data: z.array(detailsSchema) }),
  activity: z.preprocess(withLowerKeys, z.object({ agentUpdates: z.array(eventSchema) })),
  organizationAgents: z.object({ results: z.array(organizationAgent), ...listed }),
  queues: z.object({ results: z.array(queueSchema), ...listed }),
  queueStats: z.array(queueStatsSchema).min(1),
  queueAgents: z.array(z.object({ userId: id })),
} as const;

/** What refusals have some of; the shape is not documented. */
export const refusalSchema = z.object({
  errors: z
    .array(z.object({ msg: text, message: text, code: text }))
    .nullish()
    .catch(null),
  message: text,
  error: text,
  code: text,
});
