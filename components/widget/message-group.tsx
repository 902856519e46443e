/** @jsxImportSource preact */
import type { ReadMarks, VisitorAttachment, WidgetMessage } from "#lib/visitors/schemas.ts";
import { Avatar } from "./avatar.tsx";
import { chat } from "./chat.ts";
import { dates } from "./dates.ts";
import type { TimelineItem } from "./group-timeline.ts";
import { Icon } from "./icon.tsx";
import { MessageAttachment } from "./message-attachment.tsx";
import { isOnlyEmoji, MessageText } from "./message-text.tsx";
import type { OutboxEntry } from "./outbox.ts";
import { boot } from "./boot.ts";
import { say } from "./say.ts";

type Group = Extract<TimelineItem, { kind: "group" }>;
type Props = { group: Group; marks: ReadMarks | null; newest: boolean; onOpenImage: (file: VisitorAttachment) => void };

/** Bubbles of one person, with the name above and the time below. */
export function MessageGroup({ group, marks, newest, onOpenImage }: Props) {
  const name = group.own ? say("message.you") : (group.name ?? say("message.agent"));
  const last = group.messages.at(-1)!;
  return (
    <li class={`group ${group.own ? "own" : "theirs"}`}>
      {group.own ? <span class="hidden">{name}</span> : <Avatar name={group.name ?? boot.settings.name} />}
      <div class="stack">
        {!group.own && <span class="name">{name}</span>}
        {group.messages.map(({ message, pending }) =>
          message ? <Bubble key={message.clientId ?? message.id} message={message} onOpenImage={onOpenImage} /> : <Waiting key={pending!.clientId} entry={pending!} onOpenImage={onOpenImage} />,
        )}
        <p class="meta">
          <time dateTime={group.at.toISOString()}>{dates.time(group.at)}</time>
          {group.own && newest && <Progress message={last.message} entry={last.pending} marks={marks} />}
        </p>
      </div>
    </li>
  );
}

function Bubble({ message, onOpenImage }: { message: WidgetMessage; onOpenImage: Props["onOpenImage"] }) {
  if (message.deleted) return <div class="bubble gone">{say("message.deleted")}</div>;
  return (
    <>
      {message.attachments.map((file) => (
        <MessageAttachment key={file.id} file={file} onOpenImage={onOpenImage} />
      ))}
      {message.content && (
        <div class={`bubble ${isOnlyEmoji(message.content) && !message.replyTo ? "emoji" : ""}`}>
          {message.replyTo && <blockquote>{message.replyTo.content ?? say("message.file")}</blockquote>}
          <MessageText text={message.content} />
          {message.edited && <small class="edited">{say("message.edited")}</small>}
        </div>
      )}
    </>
  );
}

function Waiting({ entry, onOpenImage }: { entry: OutboxEntry; onOpenImage: Props["onOpenImage"] }) {
  return (
    <>
      {entry.attachments.map((file) => (
        <MessageAttachment key={file.id} file={file} onOpenImage={onOpenImage} />
      ))}
      {entry.content && (
        <div class={`bubble ${entry.failure ? "failed" : "waiting"} ${isOnlyEmoji(entry.content) ? "emoji" : ""}`}>
          <MessageText text={entry.content} />
        </div>
      )}
      {entry.failure && (
        <div class="failure" role="alert">
          <p>{say(entry.failure)}</p>
          <button type="button" onClick={() => chat.retry(entry.clientId)}>
            {say("message.retry")}
          </button>
          <button type="button" onClick={() => chat.discard(entry.clientId)}>
            {say("message.discard")}
          </button>
        </div>
      )}
    </>
  );
}

/** How far the newest message of the visitor has come. */
function Progress({ message, entry, marks }: { message?: WidgetMessage | undefined; entry?: OutboxEntry | undefined; marks: ReadMarks | null }) {
  if (entry?.failure) return null;
  const read = message && marks?.conversationId === message.conversationId && marks.agentSeenSeq >= message.place[1];
  const state = entry ? "sending" : read ? "read" : "sent";
  return (
    <span class={`progress ${state}`}>
      <Icon name={state === "sending" ? "clock" : state === "read" ? "checks" : "check"} />
      {say(`message.${state}`)}
    </span>
  );
}
