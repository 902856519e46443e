"use client";

import { Lock, MessageSquare } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { Kbd } from "#components/ui/kbd.tsx";
import type { Draft } from "./drafts.ts";

/** Reply or note: a choice that must never be in doubt. */
export function ComposerModes({ mode, onChange }: { mode: Draft["mode"]; onChange: (mode: Draft["mode"]) => void }) {
  const t = useTranslations("messages");
  return (
    <div role="group" aria-label={t("composerMode")} className="flex gap-1 px-1.5 pt-1.5">
      <Mode chosen={mode === "reply"} onChoose={() => onChange("reply")} label={t("replyMode")} shortcut="R" look="aria-pressed:bg-accent-soft aria-pressed:text-accent-text"><MessageSquare aria-hidden className="size-3.5" /></Mode>
      <Mode chosen={mode === "note"} onChoose={() => onChange("note")} label={t("noteMode")} shortcut="N" look="aria-pressed:bg-note-line/50 aria-pressed:text-note-text"><Lock aria-hidden className="size-3.5" /></Mode>
    </div>
  );
}

function Mode({ chosen, onChoose, label, shortcut, look, children }: { chosen: boolean; onChoose: () => void; label: string; shortcut: string; look: string; children: ReactNode }) {
  return (
    <button type="button" aria-pressed={chosen} aria-keyshortcuts={shortcut} onClick={onChoose} className={`focus-inset inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-sm font-medium text-ink-faint hover:text-ink max-md:h-10 ${look}`}>
      {children}
      {label}
      <span aria-hidden className="max-md:hidden"><Kbd>{shortcut}</Kbd></span>
    </button>
  );
}
