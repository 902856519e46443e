"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { usePresent } from "#components/shell/account-provider.tsx";
import { groups, sections } from "./sections.ts";

/** The settings' own navigation beside its pages. On a phone the overview page is the navigation. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("settings");
  const pathname = usePathname();
  const { account } = usePresent();
  const base = `/a/${account.id}/settings`;
  return (
    <div className="flex h-full">
      <nav aria-label={t("title")} className="w-56 shrink-0 overflow-y-auto border-r border-line bg-surface px-3 py-5 max-md:hidden">
        <p className="mb-4 px-2 text-lg font-semibold tracking-[-0.01em]"><Link href={base} prefetch={false} className="rounded-sm">{t("title")}</Link></p>
        {groups.map((group) => {
          const shown = sections.filter((section) => section.group === group && (!section.permission || account.permissions.includes(section.permission)));
          if (!shown.length) return null;
          return (
            <div key={group} className="mb-5">
              <p className="mb-1 truncate px-2 text-xs font-medium text-ink-faint">{group === "account" ? account.name : t("personal")}</p>
              <ul className="grid gap-px">
                {shown.map(({ name, icon: Icon }) => (
                  <li key={name}>
                    <Link
                      href={`${base}/${name}`}
                      prefetch={false}
                      aria-current={pathname.startsWith(`${base}/${name}`) ? "page" : undefined}
                      className="flex h-8 items-center gap-2.5 rounded-md px-2 text-base text-ink-soft hover:bg-hover hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent-text"
                    >
                      <Icon className="size-4" aria-hidden />
                      {t(`sections.${name}`)}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </nav>
      <div className="min-w-0 flex-1 bg-canvas">{children}</div>
    </div>
  );
}
