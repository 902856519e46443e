import type { ReactNode } from "react";

/** A key on a keyboard. */
export function Kbd({ children, tone = "plain" }: { children: ReactNode; tone?: "plain" | "inverse" }) {
  const look = tone === "inverse" ? "border-white/25 bg-white/10 text-white" : "border-line-strong bg-sunken text-ink-soft";
  return <kbd className={`inline-flex h-[1.125rem] min-w-[1.125rem] items-center justify-center rounded-xs border px-1 font-sans text-2xs font-medium leading-none ${look}`}>{children}</kbd>;
}
