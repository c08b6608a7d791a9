import { z } from 'zod';

const text = z.string();
const bag = z.record(z.string(), z.unknown());
const account = z.looseObject({ id: text, name: text.optional(), aadObjectId: text.optional() });
const attachment = z.looseObject({ contentType: text.default(''), name: text.optional(), content: z.unknown().optional() });

/** What the bot reads of an activity; everything else is left where it is. */
export const activitySchema = z.looseObject({
  type: text,
  id: text.optional(),
  name: text.optional(),
  text: text.optional(),
  locale: text.optional(),
  channelId: text,
  serviceUrl: text,
  replyToId: text.optional(),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: text,
    conversationType: text.optional(),
    tenantId: text.optional(),
    isGroup: z.boolean().optional(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: text }).optional(),
      meeting: z.looseObject({ id: text }).optional(),
      eventType: text.optional(),
    })
    .optional(),
  value: z.unknown().optional(),
  attachments: z.array(attachment).optional(),
  entities: z
    .array(
      z.looseObject({
        type: text.optional(),
        text: text.optional(),
        mentioned: z.looseObject({ id: text.optional() }).optional(),
      }),
    )
    .optional(),
  membersAdded: z.array(z.looseObject({ id: text })).optional(),
  action: text.optional(),
});

export type IncomingActivity = z.infer<typeof activitySchema>;

/** Any JSON object with a type is an activity; what is none is answered 400. */
export const anyActivity = z.looseObject({ type: text.min(1) });

/** `value` of adaptiveCard/action. */
export const executeValue = z.looseObject({
  action: z.looseObject({ verb: text.default(''), data: bag.default({}) }),
  trigger: z.enum(['manual', 'automatic']).catch('manual'),
});
/** `value` of task/fetch and task/submit. */
export const taskValue = z.looseObject({
  data: z.looseObject({ dialog: text.default(''), verb: text.optional() }).catch({ dialog: '' }),
});
/** `value` of composeExtension/query. */
export const queryValue = z.looseObject({
  commandId: text,
  parameters: z.array(z.looseObject({ name: text, value: z.unknown() })).default([]),
  queryOptions: z
    .looseObject({ skip: z.int().nonnegative().default(0), count: z.int().positive().default(25) })
    .default({ skip: 0, count: 25 }),
});
/** `value` of a message action. */
export const actionValue = z.looseObject({
  commandId: text,
  data: bag.default({}),
  messagePayload: z.looseObject({ body: z.looseObject({ content: text.default('') }).default({ content: '' }) }).optional(),
});
/** `value` of message/submitAction. */
export const feedbackValue = z.looseObject({
  actionName: text,
  actionValue: z.looseObject({ reaction: z.enum(['like', 'dislike']), feedback: z.unknown().optional() }),
});
