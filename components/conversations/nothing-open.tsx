"use client";

import { MessagesSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

/** The place of the conversation that is not open yet; teaches the keys. */
export function NothingOpen({ onHelp }: { onHelp: () => void }) {
  const t = useTranslations("conversations");
  const keys = [["J", "K"], ["Enter"], ["/"]] as const;
  return (
    <div className="grid min-w-0 flex-1 place-items-center">
      <EmptyState icon={<MessagesSquare />} title={t("nothingOpen")} action={<Button size="sm" onClick={onHelp}>{t("allShortcuts")}<Kbd>?</Kbd></Button>}>
        <ul className="mt-2 grid gap-1.5 text-left text-sm">
          {keys.map((group, index) => <li key={index} className="flex items-center gap-2"><span className="flex w-16 justify-end gap-1">{group.map((key) => <Kbd key={key}>{key}</Kbd>)}</span>{t(`nothingOpenKeys.${index as 0 | 1 | 2}`)}</li>)}
        </ul>
      </EmptyState>
    </div>
  );
}
