"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { Kbd } from "./kbd.tsx";

export const menuPanelClass = "z-50 min-w-44 rounded-lg border border-line bg-raised p-1 shadow-pop outline-none animate-in fade-in-0 zoom-in-[0.98] duration-100";
const itemClass = "relative flex min-h-8 select-none items-center gap-2 rounded-sm px-2 py-1 text-base text-ink outline-none data-[disabled]:pointer-events-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover max-md:min-h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-faint";

/** The trigger is the first child given, wrapped by DropdownMenuTrigger. */
export const DropdownMenu = Radix.Root;

export function DropdownMenuTrigger({ children }: { children: ReactNode }) {
  return <Radix.Trigger asChild>{children}</Radix.Trigger>;
}

export function DropdownMenuContent({ align = "start", side, children, className }: { align?: "start" | "center" | "end"; side?: "top" | "right" | "bottom" | "left"; children: ReactNode; className?: string }) {
  return (
    <Radix.Portal>
      <Radix.Content align={align} side={side} sideOffset={4} collisionPadding={8} className={`${menuPanelClass} max-h-[var(--radix-dropdown-menu-content-available-height)] overflow-y-auto ${className ?? ""}`}>
        {children}
      </Radix.Content>
    </Radix.Portal>
  );
}

export function DropdownMenuItem({ children, shortcut, danger, className, ...rest }: ComponentProps<typeof Radix.Item> & { shortcut?: string; danger?: boolean }) {
  // A link as an item has to be the only child.
  if (rest.asChild) return <Radix.Item className={`${itemClass} ${className ?? ""}`} {...rest}>{children}</Radix.Item>;
  return (
    <Radix.Item className={`${itemClass} ${danger ? "text-bad-text [&>svg]:text-bad-text" : ""} ${className ?? ""}`} {...rest}>
      {children}
      {shortcut ? <span className="ml-auto pl-4"><Kbd>{shortcut}</Kbd></span> : null}
    </Radix.Item>
  );
}

export const DropdownMenuRadioGroup = Radix.RadioGroup;

export function DropdownMenuRadioItem({ children, ...rest }: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem className={`${itemClass} pr-8`} {...rest}>
      {children}
      <Radix.ItemIndicator className="absolute right-2"><Check className="size-4 text-accent-text" aria-hidden /></Radix.ItemIndicator>
    </Radix.RadioItem>
  );
}

export function DropdownMenuCheckboxItem({ children, ...rest }: ComponentProps<typeof Radix.CheckboxItem>) {
  return (
    <Radix.CheckboxItem className={`${itemClass} pr-8`} onSelect={(event) => event.preventDefault()} {...rest}>
      {children}
      <Radix.ItemIndicator className="absolute right-2"><Check className="size-4 text-accent-text" aria-hidden /></Radix.ItemIndicator>
    </Radix.CheckboxItem>
  );
}

export function DropdownMenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pb-1 pt-1.5 text-xs font-medium text-ink-faint">{children}</Radix.Label>;
}

export function DropdownMenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
