"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useReturnFocus } from "./use-return-focus.ts";

export type ModalProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** The buttons, the main one last. */
  footer?: ReactNode;
  children?: ReactNode;
};

/** What Dialog and Sheet are made of: title, body, buttons. Focus goes in, stays in, and returns. */
export function Modal({ open, onOpenChange, title, description, footer, children, className }: ModalProps & { /** Where it stands and how large it is. */ className: string }) {
  const t = useTranslations("ui");
  const onCloseAutoFocus = useReturnFocus(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim animate-in fade-in-0 duration-150" />
        <Radix.Content aria-describedby={description ? undefined : ""} onCloseAutoFocus={onCloseAutoFocus} className={`fixed z-50 flex w-full flex-col bg-raised shadow-modal outline-none animate-in fade-in-0 ease-calm ${className}`}>
          <div className="flex items-start gap-3 px-5 pb-3 pt-4">
            <div className="min-w-0 flex-1">
              <Radix.Title className="break-words text-lg font-semibold tracking-[-0.01em]">{title}</Radix.Title>
              {description ? <Radix.Description className="mt-0.5 text-base text-ink-soft">{description}</Radix.Description> : null}
            </div>
            <Radix.Close aria-label={t("close")} className="-mr-2 -mt-1 grid size-8 shrink-0 place-items-center rounded-md text-ink-faint hover:bg-hover hover:text-ink max-md:size-11">
              <X className="size-4" aria-hidden />
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5 pt-1">{children}</div>
          {footer ? <div className="flex justify-end gap-2 border-t border-line px-5 py-3 max-sm:pb-[calc(0.75rem+env(safe-area-inset-bottom))]">{footer}</div> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
