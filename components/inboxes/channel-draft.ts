import type { Form } from "#components/hooks/use-form.ts";
import type { ChannelType, InboxView } from "#lib/api-client/views.ts";

/** A channel's settings as its form holds them: texts and flags. */
export type ChannelDraft = {
  allowedDomains: string; welcomeTitle: string; welcomeText: string; color: string; position: "left" | "right"; identityRequired: boolean; locale: "" | "pt-BR" | "en" | "es";
  phoneNumberId: string; businessAccountId: string; accessToken: string; appSecret: string; graphUrl: string; graphVersion: string;
  webhookUrl: string;
};

/** What the fields of a channel need of a form, whatever else it asks. */
export type DraftForm = Pick<Form<ChannelDraft>, "values" | "errorOf"> & { set: <Key extends keyof ChannelDraft>(key: Key, value: ChannelDraft[Key]) => void };

export const emptyDraft: ChannelDraft = {
  allowedDomains: "", welcomeTitle: "", welcomeText: "", color: "#0f6e56", position: "right", identityRequired: false, locale: "",
  phoneNumberId: "", businessAccountId: "", accessToken: "", appSecret: "", graphUrl: "", graphVersion: "",
  webhookUrl: "",
};

const fieldsOf: Record<ChannelType, readonly (keyof ChannelDraft)[]> = {
  widget: ["allowedDomains", "welcomeTitle", "welcomeText", "color", "position", "identityRequired", "locale"],
  whatsapp: ["phoneNumberId", "businessAccountId", "accessToken", "appSecret", "graphUrl", "graphVersion"],
  api: ["webhookUrl"],
};
/** What a blank field means: no value. Of the others blank is a value, or (secrets) "as it is". */
const withoutBlank = ["businessAccountId", "locale", "graphUrl", "graphVersion"];
const secrets = ["accessToken", "appSecret"];

/** Fields that a new channel cannot do without. */
export const requiredOf: Record<ChannelType, readonly (keyof ChannelDraft)[]> = { widget: [], whatsapp: ["phoneNumberId", "accessToken", "appSecret"], api: [] };

export function domainsOf(draft: ChannelDraft): string[] {
  return draft.allowedDomains.split(/[\s,;]+/).filter(Boolean);
}

export function draftOf({ channel }: InboxView): ChannelDraft {
  const { allowedDomains, ...rest } = channel as Partial<Record<keyof ChannelDraft, unknown>>;
  const known = Object.fromEntries(Object.entries(rest).filter(([key]) => key in emptyDraft));
  return { ...emptyDraft, ...known, allowedDomains: Array.isArray(allowedDomains) ? allowedDomains.join("\n") : "" };
}

/** As the API takes it. `isNew`: blank fields are left to their defaults; in a change they empty what was there (null). */
export function channelOf(type: ChannelType, draft: ChannelDraft, isNew: boolean): Record<string, unknown> & { type: ChannelType } {
  const entries: [string, unknown][] = [];
  for (const key of fieldsOf[type]) {
    const value = draft[key];
    if (key === "allowedDomains") entries.push([key, domainsOf(draft)]);
    else if (value === "" && secrets.includes(key)) continue;
    else if (value === "" && withoutBlank.includes(key)) { if (!isNew) entries.push([key, null]); }
    else entries.push([key, value]);
  }
  return { ...Object.fromEntries(entries), type };
}
