/** @jsxImportSource preact */
import { Fragment } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { VisitorAttachment } from "#lib/visitors/schemas.ts";
import { Avatar } from "./avatar.tsx";
import { boot } from "./boot.ts";
import type { ChatState } from "./chat-state.ts";
import { chat } from "./chat.ts";
import { ContactCard } from "./contact-card.tsx";
import { dates } from "./dates.ts";
import { groupTimeline } from "./group-timeline.ts";
import { Icon } from "./icon.tsx";
import { ImageViewer } from "./image-viewer.tsx";
import { MessageGroup } from "./message-group.tsx";
import { say } from "./say.ts";
import { visitorStorage } from "./visitor-storage.ts";

/** Near enough to the end, in pixels, to count as reading the newest. */
const nearEnd = 60;

export function Conversation({ state }: { state: ChatState }) {
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastTop = useRef(0);
  const before = useRef({ height: 0, first: "", newest: "" });
  const [away, setAway] = useState(false);
  const [picture, setPicture] = useState<VisitorAttachment | null>(null);
  const [asked, setAsked] = useState(() => visitorStorage.get("asked") !== null);

  const { history, outbox, older, olderState, typing, marks, shown } = state;
  const items = groupTimeline(history, outbox);
  const newestOwn = items.findLast((item) => item.kind === "group" && item.own);
  // Asked below the very first words, where it stays and does not run after the newest.
  const firstOwn = !asked && state.historyLoaded && !older && !state.contact?.email ? items.find((item) => item.kind === "group" && item.own) : undefined;

  const attend = () => chat.attend(shown && atEnd.current && document.visibilityState === "visible");
  const toEnd = () => scroller.current!.scrollTo({ top: scroller.current!.scrollHeight });

  const onScroll = () => {
    const box = scroller.current!;
    const near = box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd;
    // Only going up leaves the end; a picture that loads below does not.
    const now = near || (atEnd.current && box.scrollTop >= lastTop.current - 2);
    lastTop.current = box.scrollTop;
    if (now !== atEnd.current) {
      atEnd.current = now;
      setAway(!now);
      attend();
    }
    if (box.scrollTop < 240 && older && olderState === "idle" && box.scrollHeight > box.clientHeight) void chat.loadOlder();
  };

  // What grows above must not move what is being read; what comes below is followed only from the end.
  useLayoutEffect(() => {
    const box = scroller.current!;
    const first = history[0]?.id ?? "";
    const newest = outbox.at(-1)?.clientId ?? "";
    if (before.current.first && first !== before.current.first && !atEnd.current) box.scrollTop += box.scrollHeight - before.current.height;
    else if (atEnd.current || newest !== before.current.newest) toEnd();
    before.current = { height: box.scrollHeight, first, newest };
  }, [history, outbox, typing !== null, !firstOwn]);

  useEffect(() => {
    attend();
    if (shown && atEnd.current) toEnd();
    document.addEventListener("visibilitychange", attend);
    return () => document.removeEventListener("visibilitychange", attend);
  }, [shown]);

  // Pictures that load and a keyboard that opens change heights without a message.
  useEffect(() => {
    const observer = new ResizeObserver(() => atEnd.current && toEnd());
    observer.observe(scroller.current!);
    observer.observe(scroller.current!.firstElementChild!);
    return () => observer.disconnect();
  }, []);

  return (
    <>
      <div class="history" ref={scroller} onScroll={onScroll} role="region" aria-label={say("history.label")} tabIndex={0}>
        <ol class="timeline">
          {olderState === "loading" && <li class="older spinner" role="status" aria-label={say("history.older")} />}
          {olderState === "failed" && (
            <li class="older">
              {say("history.olderFailed")} <button type="button" onClick={() => chat.loadOlder()}>{say("state.retry")}</button>
            </li>
          )}
          {!state.historyLoaded && !outbox.length && state.phase !== "refused" && (
            <li class="skeleton" role="status" aria-label={say("history.loading")}><i /><i /><i /></li>
          )}
          {items.length === 0 && state.historyLoaded && <li class="kept"><Icon name="lock" />{say("history.firstTime")}</li>}
          {items.map((item) =>
            item.kind === "day" ? (
              <li key={item.key} class="day"><time dateTime={item.at.toISOString()}>{dates.day(item.at)}</time></li>
            ) : item.kind === "resolved" ? (
              <li key={item.key} class="resolved"><Icon name="check" />{say("history.resolved")}</li>
            ) : (
              <Fragment key={item.key}>
                <MessageGroup group={item} marks={marks} newest={item === newestOwn} onOpenImage={setPicture} />
                {item === firstOwn && item.messages[0]!.message && <li><ContactCard onDone={() => setAsked(true)} /></li>}
              </Fragment>
            ),
          )}
          {typing !== null && (
            <li class="group theirs typing">
              <Avatar name={typing || boot.settings.name} />
              <div class="bubble"><i /><i /><i /></div>
              <span class="hidden">{typing ? say("typing.name", { name: typing }) : say("typing.someone")}</span>
            </li>
          )}
        </ol>
      </div>
      {away && (
        <button type="button" class="latest" onClick={toEnd} aria-label={say("history.latest")}>
          {state.unread > 0 && <b>{say(state.unread === 1 ? "history.new.one" : "history.new.other", { count: state.unread })}</b>}
          <Icon name="down" />
        </button>
      )}
      {picture && <ImageViewer file={picture} onClose={() => setPicture(null)} />}
    </>
  );
}
