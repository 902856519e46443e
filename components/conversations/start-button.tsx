"use client";

import { Hand } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { usePresent } from "#components/shell/account-provider.tsx";
import { useTeams } from "#components/shell/reference-data.ts";
import { Button } from "#components/ui/button.tsx";
import type { ConversationView } from "#lib/api-client/views.ts";
import { openConversationId } from "./inbox-url.ts";
import { useInbox } from "./use-inbox.ts";
import type { ConversationActions } from "./use-conversation-actions.ts";

const StartDialog = dynamic(() => import("./start-dialog.tsx").then((module) => module.StartDialog), { ssr: false });

/**
 * Makes a conversation mine: "start" what nobody has yet (asking for a team when it has none and the account has some),
 * "take" what is a colleague's.
 */
export function StartButton({ conversation, actions }: { conversation: ConversationView; actions: ConversationActions }) {
  const t = useTranslations("conversations");
  const { profile } = usePresent();
  const teams = useTeams();
  const [asking, setAsking] = useState(false);
  const { state, go } = useInbox();
  const { assigneeId, teamId, status } = conversation;
  /** It moves from Pending to Mine, and the list goes with it. */
  const start = async (chosen?: string) => {
    const started = await actions.start(chosen);
    if (started && state.tab === "pending" && openConversationId(location.pathname) === conversation.id) go({ tab: "mine" });
  };
  if (assigneeId === profile.id || status === "resolved") return null;
  const needsTeam = !teamId && teams.length > 0;
  if (assigneeId) return <Button once className="shrink-0 max-md:flex-1" onClick={() => void actions.take()}><Hand aria-hidden />{t("take")}</Button>;
  return (
    <>
      <Button once variant="primary" className="shrink-0 max-md:flex-1" aria-label={t("start")} onClick={() => (needsTeam ? setAsking(true) : void start())}>
        <Hand aria-hidden />
        <span className="@max-3xl:hidden">{t("start")}</span>
        <span className="@3xl:hidden">{t("startShort")}</span>
      </Button>
      {asking ? <StartDialog conversation={conversation} teams={teams} onClose={() => setAsking(false)} onStart={(chosen) => { setAsking(false); void start(chosen); }} /> : null}
    </>
  );
}
