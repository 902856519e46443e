import type { Actor } from "../auth/actor.ts";
import { db } from "../db/tenant.ts";
import type { InvitationView } from "./schemas.ts";

/** Those nobody has accepted yet, expired ones too: they can be made anew or taken back. */
export async function listInvitations(actor: Actor): Promise<InvitationView[]> {
  return db.$queryRaw<InvitationView[]>`
    select i.id, i.email::text, i.role, i.expires_at as "expiresAt", i.created_at as "createdAt", coalesce(u.display_name, u.name) as "invitedBy"
    from invitations i left join users u on u.id = i.invited_by_id
    where i.account_id = ${actor.accountId} and i.accepted_at is null order by i.created_at desc, i.id limit 500`;
}
