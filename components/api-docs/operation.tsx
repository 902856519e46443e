import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { propertiesOf, typeOf, type ApiOperation, type ApiSchema } from "./api-document.ts";

const tones = { GET: "neutral", POST: "good", PUT: "accent", PATCH: "accent", DELETE: "bad" } as const;

export async function Operation({ method, path, operation }: { method: string; path: string; operation: ApiOperation }) {
  const t = await getTranslations("apiDocs");
  const body = operation.requestBody?.content["application/json"]?.schema;
  const [status, answer] = Object.entries(operation.responses)[0]!;
  const answerSchema = answer.content?.["application/json"]?.schema;
  return (
    <details className="group">
      <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 hover:bg-hover">
        <span className="w-14 shrink-0"><Badge tone={tones[method as keyof typeof tones]}>{method}</Badge></span>
        <code className="min-w-0 break-all text-sm">{path.replace("/api/accounts/{accountId}", "…")}</code>
        <span className="text-sm text-ink-soft sm:ml-auto sm:text-right">{operation.summary}</span>
      </summary>
      <div className="space-y-4 border-t border-line bg-canvas px-3 py-3 text-sm">
        <p className="break-all"><code>{method} {path}</code>{operation["x-permission"] ? <> · {t("permission")} <code>{operation["x-permission"]}</code></> : null}</p>
        <Fields title={t("parameters")} fields={operation.parameters} />
        {body ? <Fields title={t("body")} fields={propertiesOf(body)} /> : null}
        {answerSchema ? <Fields title={`${t("answer")} ${status}`} fields={propertiesOf(answerSchema)} /> : <p>{t("answer")} {status}</p>}
      </div>
    </details>
  );
}

function Fields({ title, fields, depth = 0 }: { title?: string; fields: { name: string; required: boolean; schema: ApiSchema }[]; depth?: number }) {
  if (!fields.length) return null;
  return (
    <div>
      {title ? <h3 className="mb-1 font-semibold">{title}</h3> : null}
      <ul className={depth ? "ml-4 border-l border-line pl-3" : ""}>
        {fields.map(({ name, required, schema }) => (
          <li key={name} className="py-0.5">
            <code className="font-medium">{name}{required ? "" : "?"}</code> <code className="break-words text-ink-faint">{typeOf(schema)}</code>
            {schema.description ? <span className="text-ink-soft"> — {schema.description}</span> : null}
            {depth < 3 ? <Fields fields={propertiesOf(schema)} depth={depth + 1} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
