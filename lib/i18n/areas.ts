/**
 * The areas of the catalogs: one file per area and language under `messages/`. A page sends the browser only the areas it
 * names (see `client-messages.tsx`).
 */
export const areas = [
  "ui",
  "errors",
  "auth",
  "shell",
  "conversations",
  "messages",
  "contacts",
  "settings",
  "inboxes",
  "agents",
  "teams",
  "labels",
  "profile",
  "onboarding",
  "apiDocs",
] as const;
export type Area = (typeof areas)[number];
