/** The closed vocabulary of what someone may do. Custom roles will be sets of these. */
export const permissions = [
  "conversation:read", "conversation:update", "message:create",
  "contact:read", "contact:write",
  "inbox:read", "inbox:manage", "team:read", "team:manage", "label:read", "label:manage",
  "agent:read", "agent:manage", "account:manage",
  /** Sees every conversation, whatever its inbox or team. */
  "conversation:read-all",
] as const;

export type Permission = (typeof permissions)[number];

export const roles = ["agent", "administrator"] as const;
export type RoleName = (typeof roles)[number];

const ofAgents: Permission[] = ["conversation:read", "conversation:update", "message:create", "contact:read", "contact:write", "inbox:read", "team:read", "label:read", "agent:read"];

const byRole: Record<string, ReadonlySet<Permission>> = { administrator: new Set(permissions), agent: new Set(ofAgents) };

export function permissionsOf(role: string): ReadonlySet<Permission> {
  return byRole[role] ?? byRole.agent!;
}
