"use client";

import { type ReactNode, useId } from "react";

type ChoiceCardProps = { group: string; checked: boolean; onChoose: () => void; leading?: ReactNode; title: string; about: string };

/** One of a few exclusive choices, with room to say what it means. A radio button to assistive technology. */
export function ChoiceCard({ group, checked, onChoose, leading, title, about }: ChoiceCardProps) {
  const id = useId();
  return (
    <div className="relative flex min-h-13 items-center gap-3 rounded-lg border border-line-strong px-3 py-2 hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus">
      <input type="radio" id={id} name={group} className={leading ? "sr-only" : "size-4 shrink-0 accent-(--accent)"} checked={checked} onChange={onChoose} aria-describedby={`${id}-about`} />
      {leading}
      <div className="min-w-0">
        {/* Covers the whole card. */}
        <label htmlFor={id} className="block cursor-pointer text-base font-medium after:absolute after:inset-0">{title}</label>
        <p id={`${id}-about`} className="text-sm text-ink-faint">{about}</p>
      </div>
    </div>
  );
}
