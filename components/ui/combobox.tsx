"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { Popover } from "./popover.tsx";
import { Spinner } from "./spinner.tsx";

export type ComboboxOption = { value: string; label: string; /** Further words to find it by. */ keywords?: string[]; leading?: ReactNode; detail?: ReactNode };
export type ComboboxProps = {
  trigger: ReactNode;
  label: string;
  placeholder: string;
  /** Said when nothing matches. */
  empty: string;
  options: readonly ComboboxOption[];
  /** The values chosen now. */
  selected: readonly string[];
  onSelect: (value: string) => void;
  /** Several may be chosen: the panel stays open. */
  multiple?: boolean;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: "start" | "center" | "end";
  footer?: ReactNode;
};

// The searching list (cmdk) comes when a combobox is first opened.
const ComboboxList = dynamic(() => import("./combobox-list.tsx").then((module) => module.ComboboxList), {
  ssr: false,
  loading: () => <div className="grid h-24 place-items-center text-ink-faint"><Spinner /></div>,
});

/** One or several of many, found by typing. */
export function Combobox({ trigger, open, onOpenChange, align, label, ...list }: ComboboxProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const isOpen = open ?? ownOpen;
  const setOpen = onOpenChange ?? setOwnOpen;
  return (
    <Popover trigger={trigger} label={label} open={isOpen} onOpenChange={setOpen} align={align} className="w-80 max-w-[calc(100vw-1rem)] !p-0">
      <ComboboxList label={label} {...list} onSelect={(value) => { list.onSelect(value); if (!list.multiple) setOpen(false); }} />
    </Popover>
  );
}
