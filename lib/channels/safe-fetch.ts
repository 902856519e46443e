import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import { ReadableStream as NodeReadableStream } from "node:stream/web";
import { env } from "#lib/env.ts";
import { ChannelError, type SendContext } from "./adapter.ts";
import { isAllowedAddress } from "./public-address.ts";

export type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>;
export type SafeFetch = SendContext["fetch"];
type Init = NonNullable<Parameters<SafeFetch>[1]>;

const maxRedirects = 3;
const defaultTimeoutMs = 20_000;
const defaultMaxBytes = 5 * 1024 * 1024;
/** The whole exchange may take this many times the time allowed for one silence. */
const wholeFactor = 10;

/** The process's own: follows the configuration. @throws ChannelError as `createSafeFetch` says */
export const safeFetch: SafeFetch = (url, init) => processFetch()(url, init);

let cached: SafeFetch | undefined;
const processFetch = () => (cached ??= createSafeFetch({ allowPrivateAddresses: env().allowPrivateAddresses }));

/**
 * A `fetch` for addresses that people or providers typed. https and public addresses only (unless allowed); the address that
 * was checked is the one that is connected to; every redirect is checked again; time and size are bounded while streaming.
 * `timeoutMs` (20 s) bounds every silence, `maxBytes` (5 MB) the answer.
 * @throws ChannelError rejected/address_not_allowed|redirect_refused|too_large; retry/network when nothing left or nothing
 * depends on it (GET); unknown/network|timeout when the request left and no answer came.
 */
export function createSafeFetch(options: { allowPrivateAddresses: boolean; resolve?: Resolve }): SafeFetch {
  const allowPrivate = options.allowPrivateAddresses;
  const resolve = options.resolve ?? ((hostname: string) => dns.promises.lookup(hostname, { all: true, verbatim: true }));

  // Node asks this once for each new connection and connects to exactly what it answers: no second look-up to rebind.
  const lookup: net.LookupFunction = (hostname, lookupOptions, callback) => {
    resolve(hostname).then((found) => {
      const first = found[0];
      const forbidden = found.find(({ address }) => !isAllowedAddress(address, allowPrivate));
      if (!first) callback(new Error(`${hostname} has no address`), "", 4);
      else if (forbidden) callback(addressNotAllowed(hostname), "", 4);
      else if (lookupOptions.all) callback(null, found);
      else callback(null, first.address, first.family);
    }, (error: NodeJS.ErrnoException) => callback(error, "", 4));
  };
  const agentOptions = { keepAlive: true, timeout: 4_000, lookup } as http.AgentOptions;
  const agents = { "http:": new http.Agent(agentOptions), "https:": new https.Agent(agentOptions) };

  function assertAllowed(url: URL): asserts url is URL & { protocol: keyof typeof agents } {
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const schemeFits = url.protocol === "https:" || (allowPrivate && url.protocol === "http:");
    if (!schemeFits || url.username || url.password || (net.isIP(host) && !isAllowedAddress(host, allowPrivate))) throw addressNotAllowed(url.host);
  }

  return async (address, init = {}) => {
    let url = parseUrl(address);
    let method = (init.method ?? "GET").toUpperCase();
    const headers = new Headers(init.headers);
    const encoded = init.body == null ? undefined : new Response(init.body);
    let body = encoded && Buffer.from(await encoded.arrayBuffer());
    const contentType = encoded?.headers.get("content-type");
    if (contentType && !headers.has("content-type")) headers.set("content-type", contentType);
    headers.set("accept-encoding", "identity");
    if (!headers.has("user-agent")) headers.set("user-agent", "Balcao");

    for (let redirects = 0; ; redirects++) {
      assertAllowed(url);
      const answer = await exchange(url, agents[url.protocol], { method, headers, body, init });
      const location = answer.headers.location;
      if (init.redirect === "manual" || !location || ![301, 302, 303, 307, 308].includes(answer.statusCode ?? 0)) return toResponse(answer, method, init);
      answer.destroy();
      if (init.redirect === "error") throw new ChannelError("rejected", "redirect_refused", `${url.host} answered with a redirect, which is not followed here.`);
      if (redirects >= maxRedirects) throw new ChannelError("rejected", "redirect_refused", `${url.host} redirects too often.`);
      const target = parseUrl(location, url);
      if (target.origin !== url.origin) for (const name of ["authorization", "cookie"]) headers.delete(name);
      if (answer.statusCode === 303 || ((answer.statusCode === 301 || answer.statusCode === 302) && method === "POST")) {
        [method, body] = ["GET", undefined];
        headers.delete("content-type");
      }
      url = target;
    }
  };
}

function exchange(url: URL, agent: http.Agent, parts: { method: string; headers: Headers; body?: Buffer; init: Init }): Promise<http.IncomingMessage> {
  const { method, headers, body, init } = parts;
  const timeoutMs = init.timeoutMs ?? defaultTimeoutMs;
  const repeatable = method === "GET" || method === "HEAD";
  return new Promise((resolve, reject) => {
    if (init.signal?.aborted) return reject(new ChannelError("retry", "aborted", "The request was given up before it left."));
    let left = false;
    let timedOut = false;
    const send = url.protocol === "https:" ? https.request : http.request;
    const request = send(url, { method, agent, headers: { ...Object.fromEntries(headers), ...(body && { "content-length": String(body.length) }) } });
    const timer = setTimeout(() => { timedOut = true; request.destroy(); }, timeoutMs);
    const abort = () => request.destroy();
    init.signal?.addEventListener("abort", abort, { once: true });
    request.on("socket", (socket) => {
      if (!socket.connecting) left = true;
      else socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => { left = true; });
    });
    request.on("close", () => { clearTimeout(timer); init.signal?.removeEventListener("abort", abort); });
    request.on("error", (error) => {
      if (error instanceof ChannelError) return reject(error);
      const kind = left && !repeatable ? "unknown" : "retry";
      const said = timedOut ? `${url.host} did not answer within ${Math.round(timeoutMs / 1000)} s.` : `${url.host} could not be reached (${(error as NodeJS.ErrnoException).code ?? error.message}).`;
      reject(new ChannelError(kind, timedOut ? "timeout" : "network", said, { cause: error }));
    });
    request.on("response", (response) => { clearTimeout(timer); resolve(response); });
    request.end(body);
  });
}

function toResponse(answer: http.IncomingMessage, method: string, init: Init): Response {
  const status = answer.statusCode ?? 502;
  const headers = new Headers();
  for (let i = 0; i < answer.rawHeaders.length; i += 2) headers.append(answer.rawHeaders[i]!, answer.rawHeaders[i + 1]!);
  const maxBytes = init.maxBytes ?? defaultMaxBytes;
  if (Number(headers.get("content-length") ?? 0) > maxBytes) {
    answer.destroy();
    throw tooLarge(maxBytes);
  }
  if (status === 204 || status === 205 || status === 304 || method === "HEAD") {
    answer.resume();
    return new Response(null, { status, headers });
  }
  const stream = NodeReadableStream.from(bounded(answer, maxBytes, init.timeoutMs ?? defaultTimeoutMs));
  return new Response(stream as unknown as BodyInit, { status, headers });
}

async function* bounded(answer: http.IncomingMessage, maxBytes: number, timeoutMs: number) {
  const giveUp = () => answer.destroy(new ChannelError("retry", "timeout", "The answer stopped half-way."));
  const whole = setTimeout(giveUp, timeoutMs * wholeFactor);
  let silence = setTimeout(giveUp, timeoutMs);
  let received = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      clearTimeout(silence);
      silence = setTimeout(giveUp, timeoutMs);
      received += chunk.length;
      if (received > maxBytes) throw tooLarge(maxBytes);
      yield new Uint8Array(chunk);
    }
  } catch (error) {
    throw error instanceof ChannelError ? error : new ChannelError("retry", "network", "The answer broke off.", { cause: error });
  } finally {
    clearTimeout(whole);
    clearTimeout(silence);
  }
}

function parseUrl(address: string, base?: URL): URL {
  const url = URL.parse(address, base);
  if (!url) throw new ChannelError("rejected", "address_not_allowed", "This is not a web address.");
  return url;
}

const addressNotAllowed = (host: string) =>
  new ChannelError("rejected", "address_not_allowed", `Requests to ${host} are not allowed: https and a public address are needed.`);
const tooLarge = (maxBytes: number) => new ChannelError("rejected", "too_large", `The answer is larger than ${Math.round(maxBytes / 1024)} kB.`);
