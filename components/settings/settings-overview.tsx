"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePresent } from "#components/shell/account-provider.tsx";
import { Card } from "#components/ui/card.tsx";
import { groups, sections } from "./sections.ts";

/** Everything that can be set, in one place. */
export function SettingsOverview() {
  const t = useTranslations("settings");
  const { account } = usePresent();
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-3xl px-4 pb-16 pt-5 sm:px-6 md:pt-7">
        <h1 className="mb-5 text-xl font-semibold tracking-[-0.015em]">{t("title")}</h1>
        {groups.map((group) => {
          const shown = sections.filter((section) => section.group === group && (!section.permission || account.permissions.includes(section.permission)));
          if (!shown.length) return null;
          return (
            <section key={group} className="mb-6">
              <h2 className="mb-2 text-sm font-medium text-ink-faint">{group === "account" ? account.name : t("personal")}</h2>
              <Card className="overflow-hidden">
                <ul className="divide-y divide-line">
                  {shown.map(({ name, icon: Icon }) => (
                    <li key={name}>
                      <Link href={`/a/${account.id}/settings/${name}`} prefetch={false} className="focus-inset flex min-h-16 items-center gap-3.5 px-4 py-3 hover:bg-hover">
                        <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent-text"><Icon className="size-[1.1rem]" /></span>
                        <span className="min-w-0 flex-1">
                          <span className="block text-base font-medium">{t(`sections.${name}`)}</span>
                          <span className="block text-sm text-ink-faint">{t(`about.${name}`)}</span>
                        </span>
                        <ChevronRight className="size-4 shrink-0 text-ink-faint" aria-hidden />
                      </Link>
                    </li>
                  ))}
                </ul>
              </Card>
            </section>
          );
        })}
      </div>
    </div>
  );
}
