import { getTranslations } from "next-intl/server";
import { Operation } from "./operation.tsx";
import { operationsByTag, type ApiDocument } from "./api-document.ts";

/** Every call, by subject; each opens to its fields. Rendered on the server, works without scripts. */
export async function ApiReference({ document }: { document: ApiDocument }) {
  const t = await getTranslations("apiDocs");
  const groups = operationsByTag(document);
  return (
    <div className="mx-auto max-w-6xl gap-10 px-5 py-8 lg:grid lg:grid-cols-[13rem_1fr]">
      <nav aria-label={t("contents")} className="mb-6 lg:sticky lg:top-8 lg:mb-0 lg:self-start">
        <p className="mb-2 text-sm font-semibold">{t("title")}</p>
        <ul className="flex flex-wrap gap-x-3 gap-y-0.5 lg:block">
          {groups.map(([tag, operations]) => (
            <li key={tag}><a href={`#${tag}`} className="flex min-h-6 items-center justify-between rounded-xs px-1 text-sm text-ink-soft hover:text-ink">{tag}<span className="hidden text-xs text-ink-faint lg:inline">{operations.length}</span></a></li>
          ))}
        </ul>
      </nav>
      <main className="min-w-0">
        <h1 className="text-2xl font-semibold tracking-[-0.02em]">{t("title")}</h1>
        <p className="mt-2 max-w-prose text-ink-soft">{t("intro")}</p>
        <pre className="mt-4 overflow-x-auto rounded-md border border-line bg-sunken p-3 text-sm"><code>{'curl -H "Authorization: Bearer blc_…" \\\n  https://…/api/accounts/1/conversations?tab=pending'}</code></pre>
        <p className="mt-3 max-w-prose text-sm text-ink-soft">{t("rules")} <a className="text-accent-text underline" href="/api/openapi.json">/api/openapi.json</a></p>
        {groups.map(([tag, operations]) => (
          <section key={tag} id={tag} aria-labelledby={`${tag}-title`} className="scroll-mt-6 pt-8">
            <h2 id={`${tag}-title`} className="mb-2 text-lg font-semibold">{tag}</h2>
            <div className="divide-y divide-line overflow-hidden rounded-md border border-line bg-surface">
              {operations.map((one) => <Operation key={one.method + one.path} {...one} />)}
            </div>
          </section>
        ))}
      </main>
    </div>
  );
}
