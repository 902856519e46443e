"use client";

import { Command } from "cmdk";
import { Check, Search } from "lucide-react";
import type { ReactNode } from "react";

export type ComboboxListProps = {
  label: string;
  placeholder: string;
  /** Said when nothing matches. */
  empty: string;
  options: readonly { value: string; label: string; /** Further words to find it by. */ keywords?: string[]; leading?: ReactNode; detail?: ReactNode }[];
  /** The values chosen now. */
  selected: readonly string[];
  onSelect: (value: string) => void;
  footer?: ReactNode;
};

/** The inside of a Combobox: a field and the options that match it. */
export function ComboboxList({ label, placeholder, empty, options, selected, onSelect, footer }: ComboboxListProps) {
  return (
    <Command label={label} loop filter={(value, search, keywords) => (fold([value.split("\u0000")[0] ?? "", ...(keywords ?? [])].join(" ")).includes(fold(search)) ? 1 : 0)}>
      <div className="flex items-center gap-2 border-b border-line px-3">
        <Search className="size-4 shrink-0 text-ink-faint" aria-hidden />
        <Command.Input autoFocus placeholder={placeholder} className="h-9 w-full bg-transparent text-base outline-none placeholder:text-ink-faint max-md:h-12" />
      </div>
      <Command.List className="max-h-72 overflow-y-auto p-1">
        <Command.Empty className="px-3 py-6 text-center text-sm text-ink-faint">{empty}</Command.Empty>
        {options.map((option) => (
          <Command.Item
            key={option.value}
            value={`${option.label}\u0000${option.value}`}
            keywords={option.keywords}
            onSelect={() => onSelect(option.value)}
            className="flex min-h-8 select-none items-center gap-2 rounded-sm px-2 py-1 text-base text-ink data-[selected=true]:bg-hover max-md:min-h-11"
          >
            {option.leading}
            <span className="min-w-0 flex-1 truncate">{option.label}</span>
            {option.detail ? <span className="shrink-0 text-sm text-ink-faint">{option.detail}</span> : null}
            {selected.includes(option.value) ? <Check className="size-4 shrink-0 text-accent-text" aria-hidden /> : null}
          </Command.Item>
        ))}
      </Command.List>
      {footer ? <div className="border-t border-line p-1">{footer}</div> : null}
    </Command>
  );
}

/** Without accents and case: "jose" finds "José". */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
}
