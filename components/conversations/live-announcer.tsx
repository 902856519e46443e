"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { onArrival } from "./arrivals.ts";

/** Says new messages to those who listen to the page: all of the open conversation's, the name only of others. */
export function LiveAnnouncer({ openId }: { openId: string | null }) {
  const t = useTranslations("conversations");
  const [text, setText] = useState("");
  useEffect(() => onArrival((message, event) => {
    const name = message.sender.name ?? event.conversation?.contact.name ?? "";
    setText(message.conversationId === openId ? t("announceHere", { name, text: message.content?.slice(0, 200) || t("attachment") }) : t("announceElsewhere", { name }));
  }), [openId, t]);
  return <div role="status" aria-live="polite" className="sr-only">{text}</div>;
}
