/** How far one is. */
export function StepDots({ step, count, label }: { step: number; count: number; label: string }) {
  return (
    <div role="progressbar" aria-label={label} aria-valuetext={label} aria-valuemin={1} aria-valuemax={count} aria-valuenow={step + 1} className="flex items-center gap-1.5">
      {Array.from({ length: count }, (_, index) => <span key={index} className={`h-1 flex-1 rounded-full transition-colors duration-300 ${index <= step ? "bg-accent" : "bg-pressed"}`} />)}
      <span aria-hidden className="ml-2 text-xs tabular-nums text-ink-faint">{step + 1}/{count}</span>
    </div>
  );
}
