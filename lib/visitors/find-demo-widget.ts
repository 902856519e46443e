import { systemQuery } from "../db/system.ts";

/** The public token of the oldest website chat; null when there is none. For the demonstration shop alone. */
export async function findDemoWidget(): Promise<string | null> {
  const rows = await systemQuery<{ token: string }>("select token from inboxes where channel_type = 'widget' order by created_at, id limit 1");
  return rows[0]?.token ?? null;
}
