import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";

/** Things to do one after the other. */
export function Steps({ children }: { children: ReactNode }) {
  return <Card><ol className="divide-y divide-line [counter-reset:step]">{children}</ol></Card>;
}

export function Step({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-3.5 px-4 py-4 [counter-increment:step] before:mt-px before:grid before:size-6 before:shrink-0 before:place-items-center before:rounded-full before:bg-accent-soft before:text-xs before:font-semibold before:text-accent-text before:content-[counter(step)] sm:px-5">
      <div className="grid min-w-0 flex-1 grid-cols-1 gap-2.5">
        <h3 className="text-base font-semibold leading-6">{title}</h3>
        {children}
      </div>
    </li>
  );
}

/** A name and what to copy for it. */
export function Copied({ name, children }: { name: ReactNode; children: ReactNode }) {
  return <div className="grid grid-cols-1 gap-1"><span className="text-sm font-medium text-ink-soft">{name}</span>{children}</div>;
}
