import type { SignedIn } from "../auth/authenticate.ts";
import { permissionsOf } from "../auth/permissions.ts";
import { systemQuery } from "../db/system.ts";
import type { ProfileView } from "./schemas.ts";

type Row = { id: number; name: string; role: string; availability: string; locale: string; timeZone: string; teamIds: string[]; restricted: boolean; inboxIds: string[] };

/** The signed-in person with their accounts and what they may do in each. */
export async function presentProfile(user: SignedIn): Promise<ProfileView> {
  const rows = await systemQuery<Row>(
    `select a.id, a.name, m.role, m.availability, a.locale, a.time_zone as "timeZone",
       array(select t.team_id::text from team_members t where t.account_id = m.account_id and t.user_id = m.user_id) as "teamIds",
       exists (select 1 from inboxes i where i.account_id = m.account_id and i.restricted) as restricted,
       array(select i.id::text from inboxes i where i.account_id = m.account_id and (not i.restricted or exists (
         select 1 from inbox_members im where im.account_id = i.account_id and im.inbox_id = i.id and im.user_id = m.user_id))) as "inboxIds"
     from memberships m join accounts a on a.id = m.account_id where m.user_id = $1 order by m.created_at, a.id`, [user.userId]);
  return {
    id: user.userId, name: user.name, email: user.email, displayName: user.displayName, locale: user.locale as ProfileView["locale"], avatarUrl: null,
    accounts: rows.map(({ restricted, inboxIds, ...row }) => {
      const permissions = permissionsOf(row.role);
      const seesAll = permissions.has("conversation:read-all");
      return {
        ...row, availability: row.availability as ProfileView["accounts"][number]["availability"], permissions: [...permissions],
        inboxIds: seesAll || !restricted ? null : inboxIds, visibleTeamIds: seesAll ? null : row.teamIds,
      };
    }),
  };
}
