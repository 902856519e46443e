"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import type { ComboboxListProps } from "./combobox-list.tsx";
import { Popover } from "./popover.tsx";
import { Spinner } from "./spinner.tsx";

type ComboboxProps = ComboboxListProps & {
  trigger: ReactNode;
  /** Several may be chosen: the panel stays open. */
  multiple?: boolean;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: "start" | "center" | "end";
};

// The searching list (cmdk) comes when a combobox is first opened.
const ComboboxList = dynamic(() => import("./combobox-list.tsx").then((module) => module.ComboboxList), {
  ssr: false,
  loading: () => <div className="grid h-24 place-items-center text-ink-faint"><Spinner /></div>,
});

/** One or several of many, found by typing. */
export function Combobox({ trigger, open, onOpenChange, align, multiple, onSelect, ...list }: ComboboxProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const isOpen = open ?? ownOpen;
  const setOpen = onOpenChange ?? setOwnOpen;
  return (
    <Popover trigger={trigger} label={list.label} open={isOpen} onOpenChange={setOpen} align={align} className="w-80 max-w-[calc(100vw-1rem)] !p-0">
      <ComboboxList {...list} onSelect={(value) => { onSelect(value); if (!multiple) setOpen(false); }} />
    </Popover>
  );
}
