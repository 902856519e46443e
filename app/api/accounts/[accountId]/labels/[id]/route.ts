import { deleteLabel } from "#lib/labels/delete-label.ts";
import { labelPatch, labelView } from "#lib/labels/schemas.ts";
import { updateLabel } from "#lib/labels/update-label.ts";
import { accountAndId, defineRoute } from "#lib/api/define-route.ts";

export const PATCH = defineRoute({
  summary: "Change a label",
  permission: "label:manage",
  params: accountAndId,
  body: labelPatch,
  output: labelView,
  handler: ({ actor, params, body }) => updateLabel(actor, params.id, body),
});

export const DELETE = defineRoute({
  summary: "Delete a label; its conversations stay",
  permission: "label:manage",
  params: accountAndId,
  handler: ({ actor, params }) => deleteLabel(actor, params.id),
});
