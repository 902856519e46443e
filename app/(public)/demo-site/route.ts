import { shopPage, shopPolicy } from "#components/demo-shop/shop-page.ts";
import { env } from "#lib/env.ts";
import { findDemoWidget } from "#lib/visitors/find-demo-widget.ts";

/**
 * The chat as a shop would show it. `?token=` names the inbox; in development and in the demo the first website chat is
 * taken without it.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("token");
  const open = !env().isProduction || Boolean(env().DEMO_PROVIDERS_URL);
  const token = asked && /^[\w-]{1,200}$/.test(asked) ? asked : open ? await findDemoWidget() : null;
  return new Response(shopPage(token), {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": shopPolicy, "cache-control": "no-store" },
  });
}
