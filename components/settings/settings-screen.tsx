import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header.tsx";

type SettingsScreenProps = {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** The level above; on wide screens shown only when it is not the navigation beside it. */
  back: { href: string; label: string; always?: boolean };
  children: ReactNode;
};

/** One page of the settings: scrolls by itself, with the way back above its title. */
export function SettingsScreen({ title, description, actions, back, children }: SettingsScreenProps) {
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-3xl px-4 pb-16 pt-4 sm:px-6 md:pt-7">
        <Link href={back.href} prefetch={false} className={`-ml-1.5 mb-2 inline-flex items-center gap-0.5 rounded-md pr-2 text-sm font-medium text-ink-faint hover:text-ink max-md:min-h-11 ${back.always ? "" : "md:hidden"}`}>
          <ChevronLeft className="size-4" aria-hidden />
          {back.label}
        </Link>
        <PageHeader title={title} description={description} actions={actions} />
        <div className="grid grid-cols-1 gap-5">{children}</div>
      </div>
    </div>
  );
}
