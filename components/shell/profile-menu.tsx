"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ArrowLeftRight, LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuLabel, DropdownMenuRadioGroup, DropdownMenuRadioItem, DropdownMenuSeparator, DropdownMenuTrigger } from "#components/ui/dropdown-menu.tsx";
import { toast } from "#components/ui/toast.ts";
import { signOut } from "#lib/api-client/sign-in.ts";
import type { Availability } from "#lib/api-client/views.ts";
import { type Locale, localeNames, locales } from "#lib/i18n/locales.ts";
import { setLocale } from "#lib/i18n/set-locale.ts";
import { usePresent } from "./account-provider.tsx";
import { useAgents } from "./reference-data.ts";

const dots: Record<Availability, string> = { online: "bg-good", busy: "bg-warn", offline: "bg-control-line" };
const themes = [["system", Monitor], ["light", Sun], ["dark", Moon]] as const;

/** One's own face: availability, look, language, accounts, sign out. */
export function ProfileMenu() {
  const t = useTranslations("shell");
  const errorText = useErrorText();
  const { profile, account } = usePresent();
  const { theme, setTheme } = useTheme();
  const locale = useLocale();
  const router = useRouter();
  const client = useQueryClient();
  const agents = useAgents();
  const me = agents.find((agent) => agent.id === profile.id);
  const availability = me?.availability ?? account.availability;
  const update = useApiMutation("PUT /api/accounts/{accountId}/availability", {
    invalidates: ["GET /api/accounts/{accountId}/agents"],
    onError: (error) => toast.failed(errorText(error)),
  });
  const saveProfile = useApiMutation("PATCH /api/profile");

  function chooseLocale(next: Locale) {
    setLocale(next);
    saveProfile.mutate({ body: { locale: next } });
    router.refresh();
  }
  async function leave() {
    client.clear();
    await signOut().catch(() => undefined);
    location.assign("/sign-in");
  }

  return (
    <DropdownMenu>
      <DropdownMenuTrigger>
        <button type="button" aria-label={t("profileMenu", { name: profile.name, availability: t(`availability.${availability}`) })} className="grid place-items-center rounded-full focus-visible:outline-white max-md:h-14 max-md:px-6 md:size-10">
          <span className="relative">
            <Avatar name={profile.displayName ?? profile.name} src={me?.avatarUrl} />
            <span aria-hidden className={`absolute -bottom-0.5 -right-0.5 size-3 rounded-full ring-2 ring-rail ${dots[availability]}`} />
          </span>
        </button>
      </DropdownMenuTrigger>
      <DropdownMenuContent side="right" align="end" className="w-64">
        <div className="px-2 pb-2 pt-1.5">
          <p className="truncate text-base font-semibold">{profile.displayName ?? profile.name}</p>
          <p className="truncate text-sm text-ink-faint">{profile.email}</p>
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t("availabilityLabel")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={availability} onValueChange={(next) => update.mutate({ params: { accountId: account.id }, body: { availability: next as Availability } })}>
          {(["online", "busy", "offline"] as const).map((each) => (
            <DropdownMenuRadioItem key={each} value={each}>
              <span aria-hidden className={`mx-1 size-2 rounded-full ${dots[each]}`} />
              {t(`availability.${each}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t("theme")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme} onValueChange={setTheme}>
          {themes.map(([each, Icon]) => <DropdownMenuRadioItem key={each} value={each}><Icon aria-hidden />{t(`themes.${each}`)}</DropdownMenuRadioItem>)}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t("language")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={locale} onValueChange={(next) => chooseLocale(next as Locale)}>
          {locales.map((each) => <DropdownMenuRadioItem key={each} value={each} lang={each}>{localeNames[each]}</DropdownMenuRadioItem>)}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        {profile.accounts.length > 1 ? (
          <>
            <DropdownMenuLabel>{t("accounts")}</DropdownMenuLabel>
            {profile.accounts.map((each) => (
              <DropdownMenuItem key={each.id} asChild disabled={each.id === account.id}>
                <a href={`/a/${each.id}/conversations`}><ArrowLeftRight aria-hidden />{each.name}</a>
              </DropdownMenuItem>
            ))}
            <DropdownMenuSeparator />
          </>
        ) : null}
        <DropdownMenuItem asChild><Link href={`/a/${account.id}/settings/profile`} prefetch={false}><UserRound aria-hidden />{t("profile")}</Link></DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void leave()}><LogOut aria-hidden />{t("signOut")}</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
