import type { z } from "zod";
import { hashToken } from "../auth/secrets.ts";
import { systemQuery } from "../db/system.ts";
import { AppError, notFound } from "../errors.ts";
import type { openInvitationView } from "./schemas.ts";

/** What an invitation's link shows. @throws AppError not_found, expired (used or too old) */
export async function openInvitation(token: string): Promise<z.output<typeof openInvitationView>> {
  const [row] = await systemQuery<{ email: string; accountName: string; role: string; hasUser: boolean; gone: boolean }>(
    `select i.email::text, a.name as "accountName", i.role, i.accepted_at is not null or i.expires_at <= now() as gone,
       exists (select 1 from users u where u.email = i.email) as "hasUser"
     from invitations i join accounts a on a.id = i.account_id where i.token_hash = $1`, [hashToken(token)]);
  if (!row) throw notFound();
  if (row.gone) throw invitationGone();
  return row;
}

export function invitationGone(): AppError {
  return new AppError("expired", "This invitation was used already or is too old. Ask for a new one.");
}
