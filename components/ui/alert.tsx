import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const tones = {
  info: { look: "bg-accent-soft text-ink border-accent-line/70", icon: <Info className="text-accent-text" /> },
  good: { look: "bg-good-soft text-ink border-good-text/25", icon: <CircleCheck className="text-good-text" /> },
  warn: { look: "bg-warn-soft text-ink border-warn-text/25", icon: <TriangleAlert className="text-warn-text" /> },
  bad: { look: "bg-bad-soft text-ink border-bad-text/25", icon: <CircleAlert className="text-bad-text" /> },
};

/** A sentence that matters for what is below it. Errors are announced. */
export function Alert({ tone = "info", children, className }: { tone?: keyof typeof tones; children: ReactNode; className?: string }) {
  return (
    <div role={tone === "bad" ? "alert" : "status"} className={`flex items-start gap-2.5 rounded-md border px-3 py-2 text-base [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0 ${tones[tone].look} ${className ?? ""}`}>
      {tones[tone].icon}
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
