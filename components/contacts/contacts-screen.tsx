"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import { SearchBox } from "#components/conversations/search-box.tsx";
import { useAccountId, useCan } from "#components/shell/account-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { ContactList } from "./contact-list.tsx";

const ContactSheet = dynamic(() => import("./contact-sheet.tsx").then((module) => module.ContactSheet), { ssr: false });

/** Everybody who ever wrote, found by name, phone or e-mail. */
export function ContactsScreen() {
  const t = useTranslations("contacts");
  const accountId = useAccountId();
  const canWrite = useCan("contact:write");
  const pathname = usePathname();
  const q = useSearchParams().get("q") ?? "";
  const openId = /\/contacts\/([^/]+)/.exec(pathname)?.[1] ?? null;
  const [adding, setAdding] = useState(false);
  const base = `/a/${accountId}/contacts`;
  const go = (id: string | null, search: string, replace = false) => {
    const href = `${base}${id ? `/${id}` : ""}${search ? `?q=${encodeURIComponent(search)}` : ""}`;
    if (replace) history.replaceState(null, "", href);
    else history.pushState(null, "", href);
  };
  return (
    <div className="flex h-full flex-col bg-surface">
      <header className="flex shrink-0 flex-wrap items-center gap-3 border-b border-line px-5 py-3 pt-[max(0.75rem,env(safe-area-inset-top))] max-md:px-3">
        <h1 className="text-lg font-semibold tracking-[-0.01em]">{t("title")}</h1>
        <div className="ml-auto flex gap-2 md:min-w-60 md:flex-1 md:justify-end max-md:contents">
          <div className="flex w-full max-w-sm max-md:order-last max-md:max-w-none"><SearchBox value={q} onChange={(next) => go(openId, next, true)} label={t("search")} placeholder={t("searchPlaceholder")} /></div>
          {canWrite ? <Button variant="primary" className="max-md:ml-auto" onClick={() => setAdding(true)}><Plus aria-hidden />{t("add")}</Button> : null}
        </div>
      </header>
      <ContactList q={q} hrefOf={(id) => `${base}/${id}`} onOpen={(id) => go(id, q)} onAdd={canWrite ? () => setAdding(true) : undefined} />
      {adding || openId ? <ContactSheet key={openId ?? "new"} contactId={adding ? null : openId} onClose={() => { setAdding(false); if (openId) go(null, q); }} onAdded={(id) => { setAdding(false); go(id, q); }} /> : null}
    </div>
  );
}
