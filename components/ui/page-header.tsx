import type { ReactNode } from "react";

/** The head of a screen: what it is, one sentence, and its main action. */
export function PageHeader({ title, description, actions }: { title: ReactNode; description?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="mb-5 flex items-start gap-4 max-sm:flex-col">
      <div className="min-w-0 flex-1">
        <h1 className="text-xl font-semibold tracking-[-0.015em]">{title}</h1>
        {description ? <p className="mt-1 max-w-prose text-base text-ink-soft">{description}</p> : null}
      </div>
      {actions ? <div className="flex shrink-0 gap-2">{actions}</div> : null}
    </header>
  );
}
