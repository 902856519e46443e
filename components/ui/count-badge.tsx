/** How many wait. More than 99 is "99+". Nothing is drawn for none. */
export function CountBadge({ count, label, tone = "accent" }: { count: number; /** The whole sentence for screen readers. */ label: string; tone?: "accent" | "quiet" }) {
  if (count < 1) return null;
  const look = tone === "accent" ? "bg-accent text-on-accent" : "bg-pressed text-ink-soft";
  return (
    <span className={`inline-grid h-[1.125rem] min-w-[1.125rem] place-items-center rounded-full px-1 text-2xs font-semibold leading-none tabular-nums ${look}`}>
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
