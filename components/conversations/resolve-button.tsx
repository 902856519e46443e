"use client";

import { Check, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { ConversationView } from "#lib/api-client/views.ts";
import type { ConversationActions } from "./use-conversation-actions.ts";

/** Ends the attendance, or opens it again. */
export function ResolveButton({ conversation, actions }: { conversation: ConversationView; actions: ConversationActions }) {
  const t = useTranslations("conversations");
  const resolved = conversation.status === "resolved";
  return (
    <Tooltip label={t(resolved ? "reopenHint" : "resolveHint")} shortcut="E">
      <Button once aria-keyshortcuts="E" className="shrink-0 max-md:flex-1" variant={resolved || !conversation.assigneeId ? "secondary" : "primary"} onClick={() => void (resolved ? actions.reopen() : actions.resolve())}>
        {resolved ? <RotateCcw aria-hidden /> : <Check aria-hidden />}
        {t(resolved ? "reopen" : "resolve")}
      </Button>
    </Tooltip>
  );
}
