import type { ChannelType } from "../channels/adapter.ts";
import { adapterOf } from "../channels/registry.ts";

/** Of a new or changed configuration: nobody has tried it yet, but what we deliver ourselves has nobody to refuse it. */
export function firstHealth(type: ChannelType): { state: "ok" | "unknown"; detail: null; since: null } {
  return { state: adapterOf(type).capabilities.delivery === "pushed" ? "ok" : "unknown", detail: null, since: null };
}
