"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RealtimeProvider } from "#components/conversations/realtime-provider.tsx";
import { TooltipProvider } from "#components/ui/tooltip.tsx";
import { AccountProvider, type Present } from "./account-provider.tsx";
import { ConnectionBanner } from "./connection-banner.tsx";
import { LocaleSync } from "./locale-sync.tsx";
import { NavRail } from "./nav-rail.tsx";
import { QueryProvider } from "./query-provider.tsx";

/** The frame of every signed-in screen: rail (or bottom bar), banner, and the screen itself, which scrolls by itself. */
export function DashboardFrame({ present, children }: { present: Present; children: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <AccountProvider present={present}>
      <QueryProvider>
        <RealtimeProvider>
          <TooltipProvider>
            <LocaleSync locale={present.profile.locale} />
            <a href="#content" className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:left-3 focus:top-3">{t("skip")}</a>
            <div className="fixed inset-0 flex flex-col md:flex-row">
              <NavRail />
              <div className="flex min-h-0 min-w-0 flex-1 flex-col">
                <ConnectionBanner />
                <main id="content" tabIndex={-1} className="min-h-0 flex-1 overflow-hidden outline-none">{children}</main>
              </div>
            </div>
          </TooltipProvider>
        </RealtimeProvider>
      </QueryProvider>
    </AccountProvider>
  );
}
