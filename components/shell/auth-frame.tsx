import type { ReactNode } from "react";
import { LanguageLinks } from "./language-links.tsx";
import { Logo } from "./logo.tsx";

/** The hall before the dashboard: the mark, one card, the languages. */
export function AuthFrame({ children }: { children: ReactNode }) {
  return (
    <div className="relative flex min-h-dvh flex-col overflow-hidden">
      <div aria-hidden className="tiles absolute inset-x-0 top-0 h-72" />
      <main className="relative z-10 mx-auto flex w-full max-w-[26rem] flex-1 flex-col justify-center px-5 pb-10 pt-[max(2.5rem,env(safe-area-inset-top))]">
        <div className="mb-6 flex items-center gap-2.5 text-ink">
          <Logo className="size-9" />
          <span className="text-2xl font-semibold tracking-[-0.03em]">Balcão</span>
        </div>
        <div className="rounded-2xl border border-line bg-surface p-6 shadow-pop sm:p-7">{children}</div>
        <LanguageLinks />
      </main>
    </div>
  );
}
