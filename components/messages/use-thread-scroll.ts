"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { MessageView } from "#lib/api-client/views.ts";

type Input = {
  messages: readonly MessageView[] | undefined;
  /** How many messages of one's own are on their way: a new one always scrolls to the end. */
  pending: number;
  more: { older: boolean; newer: boolean };
  loadOlder: () => Promise<void>;
  loadNewer: () => Promise<void>;
  jumpTo: (seq: number | null) => Promise<void>;
};
export type ThreadScroll = {
  scroller: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  atEnd: boolean;
  /** Messages that came while the reader was further up. */
  arrived: number;
  toEnd: () => void;
  showMessage: (seq: number, id: string) => void;
};

/** The messages at both edges of what is loaded: when more comes in at one, the one at the other is still there. */
type Edge = { id: string; top: number };
type Stands = { edges: Edge[]; lastSeq: number; newer: boolean; height: number; pending: number; placed: boolean; atEnd: boolean };

/** How near to an edge counts as being there, in pixels. */
const near = 80;
const early = 600;

/**
 * Where a thread stands. What is read stays put when older messages come in above; the end is followed while one is there;
 * a thread opens at its unread divider, else at its end.
 */
export function useThreadScroll({ messages, pending, more, loadOlder, loadNewer, jumpTo }: Input): ThreadScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [arrived, setArrived] = useState(0);
  const [target, setTarget] = useState<string | null>(null);
  const stands = useRef<Stands>({ edges: [], lastSeq: 0, newer: false, height: 0, pending: 0, placed: false, atEnd: true });

  const toEnd = useCallback(async () => {
    if (more.newer) await jumpTo(null);
    stands.current.atEnd = true;
    setAtEnd(true);
    setArrived(0);
    requestAnimationFrame(() => { const box = scroller.current; if (box) box.scrollTop = box.scrollHeight; });
  }, [more.newer, jumpTo]);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || !messages) return;
    const now = stands.current;
    const lastSeq = messages.at(-1)?.seq ?? 0;
    if (!now.placed) {
      const divider = box.querySelector<HTMLElement>("[data-unread-divider]");
      box.scrollTop = divider ? Math.max(0, divider.offsetTop - box.clientHeight / 3) : box.scrollHeight;
    } else if (pending > now.pending) {
      box.scrollTop = box.scrollHeight;
      if (more.newer) toEnd();
    } else if (now.atEnd && !more.newer) box.scrollTop = box.scrollHeight;
    else {
      const [edge] = edgesOf(box, now.edges);
      if (edge) box.scrollTop += edge.top - now.edges.find(({ id }) => id === edge.id)!.top;
      if (lastSeq > now.lastSeq && !now.newer) setArrived((count) => count + messages.filter((message) => message.seq > now.lastSeq && message.type === "incoming").length);
    }
    stands.current = { ...now, placed: true, edges: edgesOf(box, [messages[0], messages.at(-1)]), lastSeq, newer: more.newer, height: box.scrollHeight, pending };
  });

  // Pictures and a growing composer change heights after the fact: whoever is at the end stays there.
  useEffect(() => {
    const box = scroller.current;
    if (!box?.firstElementChild) return;
    const observer = new ResizeObserver(() => {
      if (stands.current.atEnd) box.scrollTop = box.scrollHeight;
      stands.current.height = box.scrollHeight;
      stands.current.edges = edgesOf(box, stands.current.edges);
    });
    observer.observe(box);
    observer.observe(box.firstElementChild);
    return () => observer.disconnect();
  }, [messages === undefined]);

  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const left = box.scrollHeight - box.scrollTop - box.clientHeight;
    // What grew below is not someone scrolling up.
    if (stands.current.atEnd && left >= near && box.scrollHeight > stands.current.height) return void (box.scrollTop = box.scrollHeight);
    // The end of what is loaded is not the thread's.
    const isAtEnd = !more.newer && left < near;
    if (isAtEnd !== stands.current.atEnd) {
      stands.current.atEnd = isAtEnd;
      setAtEnd(isAtEnd);
      if (isAtEnd) setArrived(0);
    }
    if (more.older && box.scrollTop < early) void loadOlder();
    if (more.newer && left < early) void loadNewer();
  }, [more.older, more.newer, loadOlder, loadNewer]);

  // The first page may not fill the screen.
  useEffect(() => { if (messages) onScroll(); }, [messages, onScroll]);

  const flash = useCallback((id: string): boolean => {
    const element = scroller.current && messageIn(scroller.current, id);
    if (!element) return false;
    element.scrollIntoView({ block: "center" });
    element.animate([{ boxShadow: "0 0 0 4px var(--focus)" }, { boxShadow: "0 0 0 4px transparent" }], { duration: 1400 });
    return true;
  }, []);
  const showMessage = useCallback((seq: number, id: string) => {
    if (flash(id)) return;
    stands.current.atEnd = false;
    setTarget(id);
    void jumpTo(seq);
  }, [flash, jumpTo]);
  useEffect(() => { if (target && flash(target)) setTarget(null); }, [target, messages, flash]);

  return { scroller, onScroll, atEnd, arrived, toEnd: () => void toEnd(), showMessage };
}

function messageIn(box: HTMLElement, id: string): HTMLElement | null {
  return box.querySelector<HTMLElement>(`[data-message="${id}"]`);
}

/** Where they stand now; those that are gone are left out. */
function edgesOf(box: HTMLElement, messages: readonly ({ id: string } | undefined)[]): Edge[] {
  return messages.flatMap((message) => {
    const element = message && messageIn(box, message.id);
    return element ? [{ id: message.id, top: element.offsetTop }] : [];
  });
}
