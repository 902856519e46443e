"use client";

import { useTranslations } from "next-intl";
import { useConnection } from "#components/hooks/use-realtime.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";

/** Whether the screen is live, in one dot. */
export function ConnectionDot() {
  const t = useTranslations("shell");
  const connection = useConnection();
  const label = t(`connection.${connection}`);
  return (
    <Tooltip label={label} side="right">
      <span role="img" aria-label={label} tabIndex={-1} className="grid size-6 place-items-center max-md:hidden">
        <span className={`size-2 rounded-full ${connection === "live" ? "bg-good" : "animate-pulse bg-warn"}`} />
      </span>
    </Tooltip>
  );
}
