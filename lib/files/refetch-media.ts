import type { Actor } from "../auth/actor.ts";
import type { ChannelType } from "../channels/adapter.ts";
import { adapterOf } from "../channels/registry.ts";
import { afterCommit, type Transaction } from "../db/tenant.ts";
import { recordAll } from "../events/record.ts";
import { enqueue } from "../jobs/enqueue.ts";

/**
 * An inbox's provider may answer again (a new token): what could not be fetched is, while the provider keeps it. What waits
 * for a later try does not wait any longer; what is being fetched now (fetch-media's quarter of an hour) is left alone.
 * @returns how many files are fetched again
 */
export async function refetchMedia(tx: Transaction, actor: Actor, inboxId: string, options: { messageId?: string } = {}): Promise<number> {
  const { accountId } = actor;
  const { channelType } = await tx.inbox.findUniqueOrThrow({ where: { accountId_id: { accountId, id: inboxId } }, select: { channelType: true } });
  const { mediaDays } = adapterOf(channelType as ChannelType).capabilities;
  if (!mediaDays) return 0;
  const again = await tx.$queryRaw<{ id: string; messageId: string; conversationId: string }[]>`
    update attachments a set state = 'pending', attempts = 0, retry_at = null from messages m
    where a.account_id = ${accountId} and (a.state = 'failed' or (a.state = 'pending' and a.retry_at > clock_timestamp() + interval '15 minutes'))
      and a.created_at > now() - make_interval(days => ${mediaDays}) and a.reference is not null
      and m.account_id = a.account_id and m.id = a.message_id and m.inbox_id = ${inboxId}::uuid and (${options.messageId ?? null}::uuid is null or m.id = ${options.messageId ?? null}::uuid)
    returning a.id, a.message_id as "messageId", m.conversation_id as "conversationId"`;
  await recordAll(tx, actor, "message.updated", [...new Map(again.map((each) => [each.messageId, each])).values()].map(({ messageId, conversationId }) => ({ conversationId, messageId, changed: ["attachments"] })));
  afterCommit(() => void enqueue("fetch-media", again.map(({ id }) => ({ accountId, attachmentId: id }))));
  return again.length;
}
