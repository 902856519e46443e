import { defineRoute } from "#lib/api/define-route.ts";
import { limitAddress } from "#lib/visitors/limit-address.ts";
import { assertFrameOrigin, bearerToken, openWidget } from "#lib/visitors/open-visitor.ts";
import { startSessionInput, visitorSession, widgetParams } from "#lib/visitors/schemas.ts";
import { startVisitorSession } from "#lib/visitors/start-visitor-session.ts";

export const POST = defineRoute({
  summary: "Website chat: introduce a visitor, by their token or as a new one; with a signed identity as the person they are",
  access: "public",
  params: widgetParams,
  body: startSessionInput,
  output: visitorSession,
  handler: async ({ params, body, request }) => {
    assertFrameOrigin(request);
    const widget = await openWidget(params.inboxToken);
    await limitAddress("widget-session", request.headers, widget.inbox.id);
    return startVisitorSession(widget, bearerToken(request), body);
  },
});
