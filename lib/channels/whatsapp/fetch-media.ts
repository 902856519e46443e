import { ChannelError, type MediaReference, type SendContext } from "../adapter.ts";
import type { WhatsappConfig } from "./config.ts";
import { graphError } from "./graph-error.ts";
import { graphRequest } from "./graph-request.ts";
import { text } from "./webhook-json.ts";

/** Documents may be this large; nothing may be larger. */
const maxBytes = 100 * 1024 * 1024;

/**
 * The file behind a webhook's media: by the address that came along, else by the id (addresses live five minutes, ids seven days).
 * @throws ChannelError
 */
export async function fetchMedia(reference: MediaReference, config: WhatsappConfig, context: SendContext): Promise<Response> {
  if (reference.url && isMetas(reference.url, config)) {
    const direct = await download(reference.url, config, context).catch((error: unknown) => error);
    if (direct instanceof Response && direct.ok) return direct;
    if (!reference.id) throw direct instanceof Response ? await refusal(direct) : direct;
    if (direct instanceof Response) await direct.body?.cancel();
  }
  if (!reference.id) throw new ChannelError("rejected", "no_media", "The webhook names no file that can be fetched.");
  const query = new URLSearchParams({ phone_number_id: config.phoneNumberId });
  const media = await graphRequest(config, context, `${encodeURIComponent(reference.id)}?${query}`, { method: "GET", repeatable: true });
  const url = text(media.url);
  if (!url) throw new ChannelError("retry", "no_url", "WhatsApp named no address for the file.");
  const response = await download(url, config, context);
  if (!response.ok) throw await refusal(response);
  return response;
}

function download(url: string, config: WhatsappConfig, context: SendContext): Promise<Response> {
  const headers: Record<string, string> = isMetas(url, config) ? { authorization: `Bearer ${config.accessToken}` } : {};
  return context.fetch(url, { headers, signal: context.signal, timeoutMs: 60_000, maxBytes });
}

async function refusal(response: Response): Promise<ChannelError> {
  const body: unknown = await response.json().catch(() => undefined);
  return graphError({ status: response.status, headers: response.headers, body }, true);
}

/** The access token goes to Meta's hosts and to the configured one, nowhere else. */
function isMetas(url: string, config: WhatsappConfig): boolean {
  const parsed = URL.parse(url);
  if (!parsed) return false;
  if (parsed.host === new URL(config.graphUrl).host) return true;
  return parsed.protocol === "https:" && ["facebook.com", "fbsbx.com", "fbcdn.net", "whatsapp.net"].some((domain) => `.${parsed.hostname}`.endsWith(`.${domain}`));
}
