"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useShortcuts } from "#components/hooks/use-shortcuts.ts";
import { inputClass } from "#components/ui/input.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

type SearchBoxProps = { value: string; onChange: (q: string) => void; /** What is searched; conversations when left out. */ label?: string; placeholder?: string };

/** Searches as one types, after a breath. */
export function SearchBox({ value, onChange, label, placeholder }: SearchBoxProps) {
  const t = useTranslations("conversations");
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const sent = useRef(value);
  const change = useRef(onChange);
  change.current = onChange;

  // The address changed by other means (back, "clear filters").
  useEffect(() => {
    if (value !== sent.current) { sent.current = value; setText(value); }
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => { sent.current = text; change.current(text); }, 250);
    return () => clearTimeout(timer);
  }, [text]);
  useShortcuts({ "/": () => field.current?.focus() });

  return (
    <div role="search" className="relative flex-1">
      <Search aria-hidden className="pointer-events-none absolute left-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-faint" />
      <input
        ref={field}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          if (text) setText("");
          else field.current?.blur();
        }}
        aria-label={label ?? t("searchLabel")}
        placeholder={placeholder ?? t("searchPlaceholder")}
        aria-keyshortcuts="/"
        autoComplete="off"
        spellCheck={false}
        className={`${inputClass} h-8 pl-8 pr-8 max-md:h-11 [&::-webkit-search-cancel-button]:hidden`}
      />
      {text ? (
        <button type="button" aria-label={t("clearSearch")} onClick={() => { setText(""); field.current?.focus(); }} className="focus-inset absolute inset-y-0 right-0 grid w-8 place-items-center text-ink-faint hover:text-ink max-md:w-11">
          <X aria-hidden className="size-4" />
        </button>
      ) : <span aria-hidden className="pointer-events-none absolute right-2 top-1/2 -translate-y-1/2 max-md:hidden"><Kbd>/</Kbd></span>}
    </div>
  );
}
