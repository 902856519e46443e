"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { useMediaQuery } from "#components/hooks/use-media-query.ts";
import { useShortcuts } from "#components/hooks/use-shortcuts.ts";
import { useStored } from "#components/hooks/use-stored.ts";
import { useTitleBadge } from "#components/shell/title-badge.ts";
import { useUnreadTotal } from "#components/shell/unread-total.ts";
import { ConversationList } from "./conversation-list.tsx";
import { ListHeader } from "./list-header.tsx";
import { LiveAnnouncer } from "./live-announcer.tsx";
import { PaneSkeleton } from "./pane-skeleton.tsx";
import { NothingOpen } from "./nothing-open.tsx";
import { useInbox } from "./use-inbox.ts";

const loadPane = () => import("./conversation-pane.tsx").then((module) => module.ConversationPane);
const loadPanel = () => import("#components/contacts/contact-panel.tsx").then((module) => module.ContactPanel);
const ConversationPane = dynamic(loadPane, { ssr: false, loading: () => <PaneSkeleton /> });
const ContactPanel = dynamic(loadPanel, { ssr: false });
const ShortcutSheet = dynamic(() => import("./shortcut-sheet.tsx").then((module) => module.ShortcutSheet), { ssr: false });

/** The agent's day: queues, the open conversation, and who it is with. On a phone one after another. */
export function Inbox() {
  const t = useTranslations("conversations");
  const inbox = useInbox();
  const { state, go } = inbox;
  const [helpOpen, setHelpOpen] = useState(false);
  const [panel, setPanel] = useStored<"open" | "closed">("balcao.contact-panel", "open");
  const isWide = useMediaQuery("(min-width: 80rem)");
  useTitleBadge(useUnreadTotal());
  // The list comes first; what opening a conversation needs follows when someone reaches for one, or has time.
  const prepare = useCallback(() => { void loadPane(); void loadPanel(); }, []);
  useEffect(() => {
    const timer = setTimeout(prepare, 10_000);
    return () => clearTimeout(timer);
  }, [prepare]);
  const panelOpen = state.openId !== null && (isWide ? panel === "open" : state.panel === "contact");
  const togglePanel = useCallback(() => {
    if (isWide) setPanel(panel === "open" ? "closed" : "open");
    else go({ panel: state.panel === "contact" ? null : "contact" });
  }, [isWide, panel, setPanel, go, state.panel]);
  useShortcuts({ "?": () => setHelpOpen(true), Escape: () => state.openId && go({ openId: null, panel: null }) });

  return (
    <div className="flex h-full min-w-0">
      <section aria-label={t("listLabel")} id="conversation-list" onPointerEnter={prepare} onFocusCapture={prepare} className={`flex w-full shrink-0 flex-col border-r border-line bg-surface md:w-[22.5rem] ${state.openId ? "max-md:hidden" : ""}`}>
        <ListHeader inbox={inbox} />
        <ConversationList inbox={inbox} key={`${state.tab} ${state.status} ${state.inboxId} ${state.unread}`} />
      </section>
      <div className={`relative flex min-w-0 flex-1 ${state.openId ? "" : "max-md:hidden"}`}>
        {state.openId ? (
          <ConversationPane key={state.openId} id={state.openId} panelOpen={panelOpen} onTogglePanel={togglePanel} onBack={() => go({ openId: null, panel: null })} onHelp={() => setHelpOpen(true)} />
        ) : <NothingOpen onHelp={() => setHelpOpen(true)} />}
        {panelOpen ? <ContactPanel key={`panel ${state.openId}`} conversationId={state.openId!} hrefOf={(id) => inbox.hrefOf({ openId: id, panel: null })} onOpen={(id) => go({ openId: id, panel: null })} onClose={togglePanel} /> : null}
      </div>
      <LiveAnnouncer openId={state.openId} />
      {helpOpen ? <ShortcutSheet onClose={() => setHelpOpen(false)} /> : null}
    </div>
  );
}
