"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { inputClass } from "#components/ui/input.tsx";

/** Told apart from one another, and readable beside text in both themes. */
const palette = ["#2563eb", "#0891b2", "#0f6e56", "#65a30d", "#ca8a04", "#ea580c", "#dc2626", "#db2777", "#9333ea", "#475569"];

type ColorFieldProps = { label: string; value: string; onChange: (color: string) => void; error?: string };

/** A colour: one of ten, or any by its code. */
export function ColorField({ label, value, onChange, error }: ColorFieldProps) {
  const t = useTranslations("settings");
  const id = useId();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium text-ink">{label}</legend>
      <div className="flex flex-wrap items-center gap-1">
        {palette.map((color, index) => (
          <button
            key={color}
            type="button"
            aria-label={t("colorNumber", { number: index + 1, color })}
            aria-pressed={color === value.toLowerCase()}
            onClick={() => onChange(color)}
            className="grid size-[1.625rem] place-items-center rounded-full text-white ring-1 ring-inset ring-black/10 max-md:size-10"
            style={{ backgroundColor: color }}
          >
            {color === value.toLowerCase() ? <Check className="size-4" strokeWidth={3} aria-hidden /> : null}
          </button>
        ))}
        <label className="sr-only" htmlFor={id}>{t("colorCode", { label })}</label>
        <input id={id} value={value} maxLength={7} spellCheck={false} aria-invalid={error ? true : undefined} onChange={(event) => onChange(event.target.value)} className={`${inputClass} h-8 !w-24 px-2 font-mono max-md:h-11`} />
      </div>
      {error ? <p role="alert" className="text-sm text-bad-text">{t("colorWrong")}</p> : null}
    </fieldset>
  );
}
