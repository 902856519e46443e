"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

type SheetProps = { open: boolean; onOpenChange: (open: boolean) => void; title: ReactNode; description?: ReactNode; footer?: ReactNode; children: ReactNode };

/** A longer task beside the page; fills the screen of a phone. */
export function Sheet({ open, onOpenChange, title, description, footer, children }: SheetProps) {
  const t = useTranslations("ui");
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim animate-in fade-in-0 duration-150" />
        <Radix.Content aria-describedby={description ? undefined : ""} className="fixed inset-y-0 right-0 z-50 flex w-full flex-col bg-raised shadow-modal outline-none animate-in slide-in-from-right-8 fade-in-0 duration-200 ease-calm sm:max-w-md">
          <div className="flex items-start gap-3 border-b border-line px-5 py-4">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg font-semibold tracking-[-0.01em]">{title}</Radix.Title>
              {description ? <Radix.Description className="mt-0.5 text-base text-ink-soft">{description}</Radix.Description> : null}
            </div>
            <Radix.Close aria-label={t("close")} className="-mr-2 -mt-1 grid size-8 shrink-0 place-items-center rounded-md text-ink-faint hover:bg-hover hover:text-ink max-md:size-11">
              <X className="size-4" aria-hidden />
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto p-5">{children}</div>
          {footer ? <div className="flex justify-end gap-2 border-t border-line px-5 py-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))]">{footer}</div> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
