"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";

/** It did not work: says why, and offers to try again. */
export function ErrorState({ title, children, onRetry, className }: { title?: ReactNode; children?: ReactNode; onRetry?: () => void; className?: string }) {
  const t = useTranslations("ui");
  return (
    <div role="alert" className={`mx-auto grid max-w-sm justify-items-center gap-1 px-6 py-10 text-center ${className ?? ""}`}>
      <span aria-hidden className="mb-2 grid size-11 place-items-center rounded-xl bg-bad-soft text-bad-text"><TriangleAlert className="size-5" /></span>
      <p className="text-base font-semibold text-ink">{title ?? t("failed")}</p>
      {children ? <div className="text-pretty text-base text-ink-faint">{children}</div> : null}
      {onRetry ? <Button className="mt-3" onClick={onRetry}>{t("retry")}</Button> : null}
    </div>
  );
}
