import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** All background work. */
export const jobCatalog = {
  "receive-inbound": defineJob({
    name: "receive-inbound", queue: "inbound",
    payload: z.object({ accountId: z.number(), inboxId: z.string() }),
    id: ({ inboxId }) => inboxId,
    run: async () => (await import("../channels/receive.ts")).receiveInbound,
    owed: async () => (await import("../channels/receive.ts")).owedInbound,
  }),
  "deliver-messages": defineJob({
    name: "deliver-messages", queue: "delivery",
    payload: z.object({ accountId: z.number(), conversationId: z.string() }),
    id: ({ conversationId }) => conversationId,
    run: async () => (await import("../channels/deliver.ts")).deliverMessages,
    owed: async () => (await import("../channels/deliver.ts")).owedDeliveries,
  }),
  "run-subscriber": defineJob({
    name: "run-subscriber", queue: "subscribers",
    payload: z.object({ accountId: z.number(), eventId: z.string(), subscriber: z.string() }),
    run: async () => (await import("../events/run-subscriber.ts")).runSubscriber,
    owed: async () => (await import("../events/run-subscriber.ts")).owedSubscriberRuns,
  }),
  "fetch-media": defineJob({
    name: "fetch-media", queue: "media",
    payload: z.object({ accountId: z.number(), attachmentId: z.string() }),
    id: ({ attachmentId }) => attachmentId,
    run: async () => (await import("../files/fetch-media.ts")).fetchMedia,
    owed: async () => (await import("../files/fetch-media.ts")).owedMedia,
  }),
};

export type JobName = keyof typeof jobCatalog;
export type JobPayload<Name extends JobName> = z.output<(typeof jobCatalog)[Name]["payload"]>;
