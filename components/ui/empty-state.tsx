import type { ReactNode } from "react";

/** Nothing here yet: says what would be here and what to do about it. */
export function EmptyState({ icon, title, children, action, className }: { icon?: ReactNode; title: ReactNode; children?: ReactNode; action?: ReactNode; className?: string }) {
  return (
    <div className={`mx-auto grid max-w-sm justify-items-center gap-1 px-6 py-10 text-center ${className ?? ""}`}>
      {icon ? <span aria-hidden className="mb-2 grid size-11 place-items-center rounded-xl border border-line bg-surface text-ink-faint shadow-card [&_svg]:size-5">{icon}</span> : null}
      <p className="text-base font-semibold text-ink">{title}</p>
      {children ? <div className="text-pretty text-base text-ink-faint">{children}</div> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
