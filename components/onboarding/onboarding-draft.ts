import type { ChannelDraft } from "#components/inboxes/channel-draft.ts";
import type { ChannelType } from "#lib/api-client/views.ts";
import type { Locale } from "#lib/i18n/locales.ts";

/** Everything the first run asks, over its three screens. */
export type OnboardingDraft = ChannelDraft & { accountName: string; accountLocale: Locale; timeZone: string; name: string; email: string; password: string; inboxName: string; channel: ChannelType | "later" };
