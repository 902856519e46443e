import { createLabel } from "#lib/labels/create-label.ts";
import { listLabels } from "#lib/labels/list-labels.ts";
import { labelView, newLabelInput } from "#lib/labels/schemas.ts";
import { accountParams, defineRoute } from "#lib/api/define-route.ts";
import { page } from "#lib/api/pagination.ts";

export const GET = defineRoute({
  summary: "List the labels",
  permission: "label:read",
  params: accountParams,
  output: page(labelView),
  handler: async ({ actor }) => ({ items: await listLabels(actor), next: null }),
});

export const POST = defineRoute({
  summary: "Create a label",
  permission: "label:manage",
  params: accountParams,
  body: newLabelInput,
  output: labelView,
  status: 201,
  handler: ({ actor, body }) => createLabel(actor, body),
});
