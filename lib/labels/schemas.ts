import { z } from "zod";

export const labelView = z.object({ id: z.string(), name: z.string(), color: z.string(), description: z.string().nullable(), showInSidebar: z.boolean() });
export type LabelView = z.output<typeof labelView>;
export const newLabelInput = z.object({
  /** Lower case; "sales/new" nests under "sales". */
  name: z.string().trim().toLowerCase().min(1).max(60).regex(/^[^/\s][^\n]*$/),
  color: z.string().regex(/^#[0-9a-f]{6}$/i).default("#6b7280"),
  description: z.string().trim().max(300).nullish(),
  showInSidebar: z.boolean().default(true),
});
export const labelPatch = newLabelInput.partial();
