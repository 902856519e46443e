import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type GraphServer, startGraphServer } from "#tests/fakes/graph-server.ts";
import { mediaUrl, storeMedia } from "#tests/fakes/graph/people-acts.ts";
import type { StoredMedia } from "#tests/fakes/graph/world.ts";
import { ChannelError, type SendContext } from "../adapter.ts";
import { createSafeFetch } from "../safe-fetch.ts";
import { whatsappConfig, type WhatsappConfig } from "./config.ts";
import { fetchMedia } from "./fetch-media.ts";

let graph: GraphServer;
let config: WhatsappConfig;
let media: StoredMedia;
const bytes = Buffer.from("\x89PNG not really");
const asked: { url: string; authorization?: string }[] = [];
const safeFetch = createSafeFetch({ allowPrivateAddresses: true });
const context: SendContext = {
  fetch: (url, init) => {
    asked.push({ url, authorization: new Headers(init?.headers).get("authorization") ?? undefined });
    return safeFetch(url, init);
  },
};

beforeAll(async () => {
  graph = await startGraphServer();
  config = whatsappConfig.parse({ phoneNumberId: "106", accessToken: "EAAtoken", appSecret: "s", graphUrl: graph.url });
  await fetch(`${graph.url}/fake/numbers`, { method: "POST", body: JSON.stringify({ ...config, webhookUrl: `${graph.url}/fake/receivers/door` }) });
  media = storeMedia(graph.world, { phoneNumberId: "106", contentType: "image/png", bytes });
});
afterAll(() => graph.close());
afterEach(() => { asked.length = 0; });
const read = async (response: Response) => Buffer.from(await response.arrayBuffer());
const failure = async (promise: Promise<unknown>) => (await promise.then(() => undefined, (error: unknown) => error)) as ChannelError;

test("by id: the address is asked for first, both with the token", async () => {
  const response = await fetchMedia({ id: media.id }, config, context);
  expect(await read(response)).toEqual(bytes);
  expect(response.headers.get("content-type")).toBe("image/png");
  expect(asked.map(({ authorization }) => authorization)).toEqual(["Bearer EAAtoken", "Bearer EAAtoken"]);
  expect(asked[0]?.url).toBe(`${graph.url}/v26.0/${media.id}?phone_number_id=106`);
});

test("by the webhook's own address: one request", async () => {
  expect(await read(await fetchMedia({ id: media.id, url: mediaUrl(graph.url, media) }, config, context))).toEqual(bytes);
  expect(asked).toHaveLength(1);
});

test("an address that has expired: by id instead", async () => {
  expect(await read(await fetchMedia({ id: media.id, url: mediaUrl(graph.url, media, -1) }, config, context))).toEqual(bytes);
  expect(asked).toHaveLength(3);
});

test("the token goes to no foreign host: such an address is passed over", async () => {
  for (const url of ["https://evil.example/x", "https://facebook.com.evil.example/x", "http://lookaside.fbsbx.com/x", "not a url"]) await read(await fetchMedia({ id: media.id, url }, config, context));
  expect(asked.every(({ url }) => url.startsWith(graph.url))).toBe(true);
});

test("failures carry their class", async () => {
  expect(await failure(fetchMedia({ id: "999" }, config, context))).toMatchObject({ kind: "rejected", code: "100" });
  expect(await failure(fetchMedia({}, config, context))).toMatchObject({ kind: "rejected", code: "no_media" });
  expect(await failure(fetchMedia({ url: mediaUrl(graph.url, media, -1) }, config, context))).toMatchObject({ kind: "rejected" });
  graph.world.failures = [{ on: "download", status: 503, times: 1 }];
  expect(await failure(fetchMedia({ id: media.id }, config, context))).toMatchObject({ kind: "retry" });
});
