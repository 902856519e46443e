"use client";

import { MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";

type WidgetPreviewProps = { color: string; title: string; text: string; position: "left" | "right" };

/** A drawing of the chat with these settings. Decorative: the fields say the same. */
export function WidgetPreview({ color, title, text, position }: WidgetPreviewProps) {
  const t = useTranslations("inboxes");
  const paint = /^#[0-9a-f]{6}$/i.test(color) ? color : "#0f6e56";
  return (
    <div aria-hidden className="flex h-fit select-none flex-col gap-2.5 rounded-xl bg-sunken p-3 ring-1 ring-inset ring-line max-md:hidden">
      <div className="overflow-hidden rounded-xl bg-surface shadow-pop">
        <div className="px-3.5 pb-4 pt-3.5" style={{ backgroundColor: paint, color: inkOn(paint) }}>
          <p className="text-base font-semibold leading-tight">{title || t("widget.welcomeTitleDefault")}</p>
          <p className="mt-1 text-xs leading-snug opacity-90">{text || t("widget.welcomeTextDefault")}</p>
        </div>
        <div className="grid gap-2 p-3 text-xs">
          <p className="w-fit max-w-[85%] rounded-lg rounded-bl-xs bg-sunken px-2.5 py-1.5 text-ink">{t("widget.previewAgent")}</p>
          <p className="ml-auto w-fit max-w-[85%] rounded-lg rounded-br-xs px-2.5 py-1.5" style={{ backgroundColor: paint, color: inkOn(paint) }}>{t("widget.previewVisitor")}</p>
        </div>
        <div className="mx-3 mb-3 h-7 rounded-full border border-line px-3 text-xs leading-7 text-ink-faint">{t("widget.previewField")}</div>
      </div>
      <span className={`grid size-10 place-items-center rounded-full shadow-pop ${position === "right" ? "ml-auto" : ""}`} style={{ backgroundColor: paint, color: inkOn(paint) }}><MessageCircle className="size-5" /></span>
    </div>
  );
}

/** White or near-black, whichever is read better on the colour (WCAG relative luminance). */
function inkOn(color: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.36 ? "#14181f" : "#fff";
}
