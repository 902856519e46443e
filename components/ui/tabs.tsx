"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";

type Tab<Value extends string> = { value: Value; label: ReactNode; count?: ReactNode };
type TabsProps<Value extends string> = { value: Value; onValueChange: (value: Value) => void; tabs: readonly Tab<Value>[]; label: string; children?: ReactNode; className?: string };

/** Views of the same thing. Give the panels as TabPanel children, or none when the tabs steer something elsewhere. */
export function Tabs<Value extends string>({ value, onValueChange, tabs, label, children, className }: TabsProps<Value>) {
  return (
    <Radix.Root value={value} onValueChange={(next) => onValueChange(next as Value)} activationMode="automatic" className={className}>
      <Radix.List aria-label={label} className="flex gap-4 overflow-x-auto border-b border-line [scrollbar-width:none]">
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className="focus-inset -mb-px flex h-9 items-center gap-1.5 whitespace-nowrap border-b-2 border-transparent px-0.5 text-sm font-medium text-ink-faint hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink max-md:h-11">
            {tab.label}
            {tab.count !== undefined ? <span className="text-xs tabular-nums text-ink-faint">{tab.count}</span> : null}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {children}
    </Radix.Root>
  );
}

export function TabPanel({ value, children, className }: { value: string; children: ReactNode; className?: string }) {
  return <Radix.Content value={value} className={`outline-none ${className ?? ""}`}>{children}</Radix.Content>;
}
