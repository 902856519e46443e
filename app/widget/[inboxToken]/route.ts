import { framePage, framePolicy } from "#components/widget/frame-page.ts";
import { widgetLocale } from "#components/widget/messages.ts";
import { answerError } from "#lib/api/answer.ts";
import { frameAncestors } from "#lib/channels/widget/frame-ancestors.ts";
import { env } from "#lib/env.ts";
import { openWidget } from "#lib/visitors/open-visitor.ts";
import { widgetLimits } from "#lib/visitors/schemas.ts";
import { widgetSettingsOf } from "#lib/visitors/start-visitor-session.ts";
import { widgetBuild } from "#lib/visitors/widget-build.ts";

/** The chat's document, for the loader's iframe or a window of its own. The inbox's allow-list says who may frame it. */
export async function GET(request: Request, { params }: { params: Promise<{ inboxToken: string }> }): Promise<Response> {
  try {
    const { inboxToken } = await params;
    const widget = await openWidget(inboxToken);
    const { version } = await widgetBuild();
    const asked = new URL(request.url).searchParams.get("locale");
    const locale = widgetLocale(widget.config.locale, asked, request.headers.get("accept-language"));
    const html = framePage({ inboxToken, locale, settings: widgetSettingsOf(widget), limits: widgetLimits }, version);
    return new Response(html, {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": framePolicy(new URL(env().baseUrl).origin, frameAncestors(widget.config.allowedDomains)),
        "cache-control": "private, no-cache",
        "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
        "cross-origin-resource-policy": "cross-origin",
      },
    });
  } catch (error) {
    return answerError(error, request);
  }
}
