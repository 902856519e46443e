import { Inbox, KeyRound, ShieldCheck, Tag, UserRound, Users, UsersRound, type LucideIcon } from "lucide-react";

/** The pages of the settings. `permission`: who does not hold it does not see the page. */
export const sections: readonly { name: "inboxes" | "agents" | "teams" | "labels" | "profile" | "security" | "tokens"; group: "account" | "personal"; icon: LucideIcon; permission?: string }[] = [
  { name: "inboxes", group: "account", icon: Inbox, permission: "inbox:manage" },
  { name: "agents", group: "account", icon: Users, permission: "agent:manage" },
  { name: "teams", group: "account", icon: UsersRound, permission: "team:manage" },
  { name: "labels", group: "account", icon: Tag, permission: "label:manage" },
  { name: "profile", group: "personal", icon: UserRound },
  { name: "security", group: "personal", icon: ShieldCheck },
  { name: "tokens", group: "personal", icon: KeyRound },
];
export const groups = ["account", "personal"] as const;
