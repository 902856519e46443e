import type { ReactNode } from "react";

const tones = {
  neutral: "bg-sunken text-ink-soft ring-line",
  accent: "bg-accent-soft text-accent-text ring-accent-line/60",
  good: "bg-good-soft text-good-text ring-good-text/15",
  warn: "bg-warn-soft text-warn-text ring-warn-text/15",
  bad: "bg-bad-soft text-bad-text ring-bad-text/15",
  note: "bg-note text-note-text ring-note-line",
};

export function Badge({ tone = "neutral", children, className }: { tone?: keyof typeof tones; children: ReactNode; className?: string }) {
  return <span className={`inline-flex h-5 max-w-full items-center gap-1 whitespace-nowrap rounded-xs px-1.5 text-xs font-medium ring-1 ring-inset [&_svg]:size-3 [&_svg]:shrink-0 ${tones[tone]} ${className ?? ""}`}>{children}</span>;
}
