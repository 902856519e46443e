"use client";

import { Inbox, Settings, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { usePresent } from "./account-provider.tsx";
import { ConnectionDot } from "./connection-dot.tsx";
import { Logo } from "./logo.tsx";
import { ProfileMenu } from "./profile-menu.tsx";
import { useUnreadTotal } from "./unread-total.ts";

/** Where one can go: a rail at the left, a bar at the bottom of a phone (not under an open conversation). */
export function NavRail() {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const { account } = usePresent();
  const unread = useUnreadTotal();
  const base = `/a/${account.id}`;
  const inThread = /\/conversations\/[^/]+/.test(pathname);
  return (
    <nav
      aria-label={t("navigation")}
      className={`z-20 flex shrink-0 bg-rail text-rail-ink max-md:order-last max-md:h-[calc(3.5rem+env(safe-area-inset-bottom))] max-md:w-full max-md:justify-around max-md:pb-safe md:w-14 md:flex-col md:items-center md:gap-1 md:py-3 ${inThread ? "max-md:hidden" : ""}`}
    >
      <Logo className="mb-3 size-8 text-white max-md:hidden" />
      <RailLink href={`${base}/conversations`} label={t("conversations")} active={pathname.startsWith(`${base}/conversations`)} badge={unread > 0 ? t("unreadTotal", { count: unread }) : undefined}><Inbox /></RailLink>
      <RailLink href={`${base}/contacts`} label={t("contacts")} active={pathname.startsWith(`${base}/contacts`)}><Users /></RailLink>
      <RailLink href={`${base}/settings`} label={t("settings")} active={pathname.startsWith(`${base}/settings`)}><Settings /></RailLink>
      <div className="md:mt-auto md:flex md:flex-col md:items-center md:gap-2">
        <ConnectionDot />
        <ProfileMenu />
      </div>
    </nav>
  );
}

function RailLink({ href, label, active, badge, children }: { href: string; label: string; active: boolean; badge?: string; children: ReactNode }) {
  return (
    <Tooltip label={label} side="right">
      <Link
        href={href}
        prefetch={false}
        aria-current={active ? "page" : undefined}
        className="relative grid place-items-center rounded-lg transition-colors hover:bg-white/8 hover:text-white focus-visible:outline-white aria-[current]:text-white max-md:h-14 max-md:flex-1 max-md:content-center max-md:gap-0.5 md:size-10 md:aria-[current]:bg-rail-active [&_svg]:size-5"
      >
        <span aria-hidden className="relative">
          {children}
          {badge ? <span className="absolute -right-1 -top-1 size-2.5 rounded-full bg-brass ring-2 ring-rail" /> : null}
        </span>
        <span className="text-2xs md:sr-only">{label}</span>
        {badge ? <span className="sr-only">{badge}</span> : null}
      </Link>
    </Tooltip>
  );
}
