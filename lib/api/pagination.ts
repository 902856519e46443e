import { z } from "zod";

/** Lists answer `{ items, next }`; `next` goes back in as `after`. A cursor is opaque, and a wrong one is the first page's. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export const pageQuery = z.object({
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export function encodeCursor(at: Date, id: string): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString("base64url");
}

export function decodeCursor(cursor: string | undefined): { at: Date; id: string } | null {
  if (!cursor) return null;
  const [at, id] = Buffer.from(cursor, "base64url").toString("utf8").split(" ");
  const date = new Date(at ?? "");
  return !/^\d{4}-/.test(at ?? "") || Number.isNaN(date.getTime()) || !z.uuid().safeParse(id).success ? null : { at: date, id: id! };
}
