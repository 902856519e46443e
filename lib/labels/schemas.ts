import { z } from "zod";

export const labelView = z.object({ id: z.string(), name: z.string(), color: z.string(), description: z.string().nullable(), showInSidebar: z.boolean() });
export type LabelView = z.output<typeof labelView>;
const fields = {
  /** Lower case; "sales/new" nests under "sales". */
  name: z.string().trim().toLowerCase().min(1).max(60).regex(/^[^/\s][^\n]*$/),
  color: z.string().regex(/^#[0-9a-f]{6}$/i),
  description: z.string().trim().max(300).nullish(),
  showInSidebar: z.boolean(),
};
export const newLabelInput = z.object({ ...fields, color: fields.color.default("#6b7280"), showInSidebar: fields.showInSidebar.default(true) });
// Not newLabelInput.partial(): its defaults would be written for what a patch leaves out.
export const labelPatch = z.object(fields).partial();
