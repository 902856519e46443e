"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "#components/hooks/use-format.ts";
import type { ContactView, ConversationView } from "#lib/api-client/views.ts";
import { Detail, DetailList } from "./detail-list.tsx";

/** What is known of a contact; the conversation's own summary until the rest is here. */
export function ContactDetails({ contact, fallback }: { contact: ContactView | null; fallback: ConversationView["contact"] }) {
  const t = useTranslations("contacts");
  const format = useFormat();
  const { phone, email } = contact ?? fallback;
  const unknown = <span className="text-ink-faint">{t("unknown")}</span>;
  return (
    <DetailList>
      <Detail label={t("phone")}>{phone ? <a href={`tel:${phone}`} className="tabular-nums hover:underline">{format.phone(phone)}</a> : unknown}</Detail>
      <Detail label={t("email")}>{email ? <a href={`mailto:${email}`} className="break-all hover:underline">{email}</a> : unknown}</Detail>
      {contact ? <Detail label={t("since")}>{format.date(contact.createdAt)}</Detail> : null}
    </DetailList>
  );
}
