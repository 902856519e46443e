"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { apiKey } from "#components/hooks/use-api-query.ts";
import { useForm } from "#components/hooks/use-form.ts";
import { demand } from "#components/hooks/demand.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { call } from "#lib/api-client/call.ts";
import type { ContactView } from "#lib/api-client/views.ts";

const fields = [["name", "text", "name"], ["phone", "tel", "phone"], ["email", "email", "email"], ["company", "text", "company"], ["jobTitle", "text", "jobTitle"]] as const;

/** Changes a contact, or adds one when there is none. An emptied field is forgotten. */
export function ContactForm({ contact, onDone }: { contact: ContactView | null; onDone: (contact: ContactView | null) => void }) {
  const t = useTranslations("contacts");
  const tu = useTranslations("ui");
  const accountId = useAccountId();
  const client = useQueryClient();
  const form = useForm(
    { name: contact?.name ?? "", phone: contact?.phone ?? "", email: contact?.email ?? "", company: contact?.company ?? "", jobTitle: contact?.jobTitle ?? "" },
    async ({ name, ...rest }) => {
      demand({ name }, ["name"]);
      const body = { name, ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, value.trim() || null])) };
      const saved = contact
        ? await call("PATCH /api/accounts/{accountId}/contacts/{id}", { params: { accountId, id: contact.id }, body })
        : await call("POST /api/accounts/{accountId}/contacts", { params: { accountId }, body });
      client.setQueryData(apiKey("GET /api/accounts/{accountId}/contacts/{id}", { params: { accountId, id: saved.id } }), saved);
      void client.invalidateQueries({ queryKey: ["GET /api/accounts/{accountId}/contacts"] });
      onDone(saved as ContactView);
    },
  );
  return (
    <form onSubmit={(event) => { event.preventDefault(); void form.submit(); }} noValidate className="grid gap-3">
      {form.problem ? <Alert tone="bad">{form.problem}</Alert> : null}
      {fields.map(([name, type, label], index) => (
        <Field key={name} label={t(label)} error={form.errorOf(name)}>
          {(control) => <Input {...control} type={type} autoFocus={index === 0} autoComplete="off" value={form.values[name]} onChange={(event) => form.set(name, event.target.value)} />}
        </Field>
      ))}
      <div className="flex justify-end gap-2">
        <Button onClick={() => onDone(null)}>{tu("cancel")}</Button>
        <Button type="submit" variant="primary" loading={form.busy}>{tu("save")}</Button>
      </div>
    </form>
  );
}
