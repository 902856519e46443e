"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Input } from "#components/ui/input.tsx";
import type { AgentView } from "#lib/api-client/views.ts";

type PeoplePickerProps = { label: string; agents: readonly AgentView[]; value: readonly string[]; onChange: (ids: string[]) => void; error?: string };

/** Several of the account's agents. A field to find them appears when they are many. */
export function PeoplePicker({ label, agents, value, onChange, error }: PeoplePickerProps) {
  const t = useTranslations("agents");
  const [term, setTerm] = useState("");
  const id = useId();
  const shown = agents.filter((agent) => fold(`${agent.name} ${agent.email}`).includes(fold(term)));
  return (
    <fieldset className="grid gap-1.5" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1.5 flex w-full items-baseline justify-between text-sm font-medium text-ink">
        {label}
        <span className="font-normal text-ink-faint">{t("chosen", { count: value.length })}</span>
      </legend>
      {agents.length > 7 ? (
        <span className="relative block">
          <Search className="absolute left-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-faint" aria-hidden />
          <Input type="search" aria-label={t("find")} placeholder={t("find")} value={term} onChange={(event) => setTerm(event.target.value)} className="pl-8" />
        </span>
      ) : null}
      <ul className="max-h-72 divide-y divide-line overflow-y-auto rounded-md border border-line-strong bg-surface">
        {shown.map((agent) => (
          <li key={agent.id}>
            <label className="flex min-h-11 cursor-pointer items-center gap-2.5 px-3 py-1.5 hover:bg-hover">
              <input
                type="checkbox"
                className="size-4 shrink-0 accent-(--accent) max-md:size-5"
                checked={value.includes(agent.id)}
                onChange={(event) => onChange(event.target.checked ? [...value, agent.id] : value.filter((each) => each !== agent.id))}
              />
              <Avatar name={agent.name} src={agent.avatarUrl} size="sm" />
              <span className="min-w-0 flex-1 truncate text-base">{agent.name}</span>
              <span className="truncate text-sm text-ink-faint max-sm:hidden">{agent.email}</span>
            </label>
          </li>
        ))}
        {shown.length === 0 ? <li className="px-3 py-4 text-center text-sm text-ink-faint">{t("nobodyFound")}</li> : null}
      </ul>
      {error ? <p id={`${id}-error`} role="alert" className="text-sm text-bad-text">{error}</p> : null}
    </fieldset>
  );
}

/** Without accents and case. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
}
