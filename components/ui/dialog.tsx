"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** The buttons, the main one last. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
  children?: ReactNode;
};
const widths = { sm: "sm:max-w-md", md: "sm:max-w-lg", lg: "sm:max-w-2xl" };

/** A question or a small task over the page. Focus goes in, stays in, and returns. On a phone it rises from the bottom. */
export function Dialog({ open, onOpenChange, title, description, footer, size = "md", children }: DialogProps) {
  const t = useTranslations("ui");
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim animate-in fade-in-0 duration-150" />
        <Radix.Content
          aria-describedby={description ? undefined : ""}
          className={`fixed z-50 flex max-h-[90dvh] w-full flex-col bg-raised shadow-modal outline-none animate-in fade-in-0 duration-150 ease-calm max-sm:inset-x-0 max-sm:bottom-0 max-sm:rounded-t-2xl max-sm:slide-in-from-bottom-8 sm:left-1/2 sm:top-[12dvh] sm:max-h-[76dvh] sm:-translate-x-1/2 sm:rounded-xl sm:zoom-in-[0.98] ${widths[size]}`}
        >
          <div className="flex items-start gap-3 px-5 pb-3 pt-4">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg font-semibold tracking-[-0.01em]">{title}</Radix.Title>
              {description ? <Radix.Description className="mt-0.5 text-base text-ink-soft">{description}</Radix.Description> : null}
            </div>
            <Radix.Close aria-label={t("close")} className="-mr-2 -mt-1 grid size-8 shrink-0 place-items-center rounded-md text-ink-faint hover:bg-hover hover:text-ink max-md:size-11">
              <X className="size-4" aria-hidden />
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
          {footer ? <div className="flex justify-end gap-2 border-t border-line px-5 py-3 max-sm:pb-[calc(0.75rem+env(safe-area-inset-bottom))]">{footer}</div> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
