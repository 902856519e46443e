import { launcherScript } from "#components/widget/frame-page.ts";
import { widgetLocale } from "#components/widget/messages.ts";
import { isAllowedOrigin } from "#lib/channels/widget/frame-ancestors.ts";
import { isOwnOrigin } from "#lib/api/origin.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { openWidget } from "#lib/visitors/open-visitor.ts";
import { widgetBuild } from "#lib/visitors/widget-build.ts";

/**
 * What the launcher looks like and says, as a script: the one kind of request that a page's policy allows us anyway. A
 * page outside the allow-list gets no launcher, and its console the reason.
 */
export async function GET(request: Request, { params }: { params: Promise<{ inboxToken: string }> }): Promise<Response> {
  try {
    const { inbox, config } = await openWidget((await params).inboxToken);
    const referrer = request.headers.get("referer");
    const origin = referrer && URL.canParse(referrer) ? new URL(referrer).origin : null;
    if (origin && !isOwnOrigin(origin, request.headers.get("host")) && !isAllowedOrigin(origin, config.allowedDomains, env().baseUrl))
      return script(`console.warn(${JSON.stringify(`Balcão: ${origin} is not among the allowed domains of the chat "${inbox.name}".`)});\n`);
    const { launcherStyle } = await widgetBuild();
    const asked = new URL(request.url).searchParams.get("locale");
    return script(launcherScript(config, widgetLocale(config.locale, asked, request.headers.get("accept-language")), launcherStyle));
  } catch (error) {
    const status = error instanceof AppError ? error.status : 500;
    return script(`console.warn(${JSON.stringify(status === 404 ? "Balcão: there is no chat with this data-token." : "Balcão: the chat is not available right now.")});\n`);
  }
}

function script(text: string): Response {
  return new Response(text, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "private, max-age=60",
      vary: "Referer, Accept-Language",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
    },
  });
}
