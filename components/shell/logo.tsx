/** The mark: the bell on a counter. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className ?? "size-8"}>
      <path d="M16 8.2V6" fill="none" stroke="var(--brass)" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M5.4 20.6a10.6 10.6 0 0 1 21.2 0z" fill="var(--brass)" />
      <path d="M10 17.4a6.8 6.8 0 0 1 4.2-4.6" fill="none" stroke="#fff" strokeOpacity="0.65" strokeWidth="1.8" strokeLinecap="round" />
      <rect x="3" y="23.2" width="26" height="3.4" rx="1.7" fill="currentColor" />
    </svg>
  );
}
