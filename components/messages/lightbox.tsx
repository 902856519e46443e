"use client";

import { ChevronLeft, ChevronRight, Download, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { useReturnFocus } from "#components/ui/use-return-focus.ts";
import type { AttachmentView } from "#lib/api-client/views.ts";

type LightboxProps = { pictures: readonly AttachmentView[]; index: number; onIndex: (index: number) => void; onClose: () => void };
const control = "grid size-11 place-items-center rounded-full bg-black/60 text-white hover:bg-black/80 focus-visible:outline-white";

/** A message's pictures in full, one at a time; arrows and Escape work. */
export function Lightbox({ pictures, index, onIndex, onClose }: LightboxProps) {
  const t = useTranslations("messages");
  const onCloseAutoFocus = useReturnFocus(true);
  const picture = pictures[index];
  if (!picture?.url) return null;
  const step = (by: number) => onIndex((index + by + pictures.length) % pictures.length);
  const many = pictures.length > 1;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-black/85 animate-in fade-in-0 duration-100" />
        <Dialog.Content
          aria-describedby=""
          onCloseAutoFocus={onCloseAutoFocus}
          onKeyDown={(event) => { if (event.key === "ArrowRight") step(1); if (event.key === "ArrowLeft") step(-1); }}
          className="fixed inset-0 z-50 grid grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] place-items-center px-4 py-16 outline-none sm:px-20"
          onClick={(event) => event.target === event.currentTarget && onClose()}
        >
          <Dialog.Title className="sr-only">{picture.filename}</Dialog.Title>
          <img src={picture.url} alt={picture.filename} className="max-h-full max-w-full rounded-md object-contain" />
          {many ? <p role="status" className="absolute left-4 top-3 grid h-11 place-items-center text-sm font-medium tabular-nums text-white">{t("imageOf", { at: index + 1, count: pictures.length })}</p> : null}
          <div className="absolute right-3 top-3 flex gap-2">
            <a href={picture.url} download={picture.filename} aria-label={t("download", { name: picture.filename })} className={control}><Download aria-hidden className="size-5" /></a>
            <Dialog.Close aria-label={t("closeImage")} className={control}><X aria-hidden className="size-5" /></Dialog.Close>
          </div>
          {many ? <Side label={t("previousImage")} onClick={() => step(-1)} className="left-3"><ChevronLeft aria-hidden /></Side> : null}
          {many ? <Side label={t("nextImage")} onClick={() => step(1)} className="right-3"><ChevronRight aria-hidden /></Side> : null}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Side({ label, onClick, className, children }: { label: string; onClick: () => void; className: string; children: ReactNode }) {
  return <button type="button" aria-label={label} onClick={onClick} className={`absolute top-1/2 -translate-y-1/2 ${control} ${className}`}>{children}</button>;
}
