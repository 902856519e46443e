"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

const groups = {
  list: [["J", "down"], ["K", "up"], ["Enter", "open"], ["/", "search"], ["Esc", "close"]],
  conversation: [["R", "reply"], ["N", "note"], ["A", "assign"], ["T", "team"], ["L", "labels"], ["E", "resolve"]],
  writing: [["Enter", "send"], ["Shift+Enter", "break"], ["Ctrl+Enter", "sendAlways"], ["Esc", "leave"]],
} as const;

/** All keys on one sheet. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations("conversations");
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("shortcuts")} description={t("shortcutsText")} size="lg">
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
          <section key={group}>
            <h3 className="mb-1.5 text-sm font-semibold text-ink-faint">{t(`shortcutGroup.${group}`)}</h3>
            <dl className="grid gap-1">
              {groups[group].map(([keys, action]) => (
                <div key={action} className="flex items-center justify-between gap-4">
                  <dt className="text-base text-ink">{t(`shortcut.${action}`)}</dt>
                  <dd className="flex gap-1">{keys.split("+").map((key) => <Kbd key={key}>{key}</Kbd>)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
