import type { ReactNode } from "react";

/** A list whose rows are ListRow. */
export function List({ children, label }: { children: ReactNode; label: string }) {
  return <ul aria-label={label} className="divide-y divide-line">{children}</ul>;
}

type ListRowProps = { leading?: ReactNode; title: ReactNode; detail?: ReactNode; meta?: ReactNode; actions?: ReactNode };

export function ListRow({ leading, title, detail, meta, actions }: ListRowProps) {
  return (
    <li className="flex min-h-14 items-center gap-3 px-5 py-2.5 max-sm:flex-wrap">
      {leading}
      <div className="min-w-0 flex-1">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 text-base font-medium text-ink">{title}</div>
        {detail ? <div className="truncate text-sm text-ink-faint">{detail}</div> : null}
      </div>
      {meta ? <div className="shrink-0 text-sm text-ink-faint">{meta}</div> : null}
      {actions ? <div className="flex shrink-0 items-center gap-1">{actions}</div> : null}
    </li>
  );
}
