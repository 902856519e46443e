import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { io, type Socket } from "socket.io-client";
import { isAllowedHost } from "#lib/api/allowed-host.ts";
import { createApiRouter } from "#lib/api/router.ts";
import { startRealtime } from "#lib/realtime/server.ts";
import type { AgentToServer, RealtimeEvent, ServerToAgent } from "#lib/realtime/protocol.ts";
import { startDispatcher } from "#workers/dispatcher.ts";

export type AgentSocket = Socket<ServerToAgent, AgentToServer>;
/** A socket with what it heard; `said` is everything as text, to look for what must not be in it. */
export type Listener = { socket: AgentSocket; events: RealtimeEvent[]; said: () => string; close: () => void };
export type OpenHouse = {
  url: string;
  /** Connected and heard by the server. @throws Error with the server's refusal */
  listen: (accountId: number, credential: { token?: string; cookie?: string }) => Promise<Listener>;
  close: () => Promise<void>;
};

/** The API and the sockets of server.ts on a free port, with the dispatcher beside them, in this process. */
export async function openHouse(): Promise<OpenHouse> {
  const api = await createApiRouter();
  const serveApi = getRequestListener((request) => api(request)!, { overrideGlobalObjects: false });
  const server = createServer((request, response) => void serveApi(request, response));
  const realtime = await startRealtime(server, isAllowedHost);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const stopDispatcher = startDispatcher();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sockets = new Set<AgentSocket>();

  return {
    url,
    async listen(accountId, { token, cookie }) {
      const socket: AgentSocket = io(url, { transports: ["websocket"], forceNew: true, reconnection: false, auth: { accountId, ...(token && { token }) }, ...(cookie && { extraHeaders: { cookie } }) });
      sockets.add(socket);
      const heard: unknown[] = [];
      const events: RealtimeEvent[] = [];
      socket.onAny((name: string, ...args: unknown[]) => heard.push([name, ...args]));
      socket.on("events", (some) => events.push(...some));
      await new Promise<void>((resolve, reject) => {
        socket.on("connect", resolve);
        socket.on("connect_error", reject);
      });
      return { socket, events, said: () => JSON.stringify(heard), close: () => void socket.disconnect() };
    },
    async close() {
      for (const socket of sockets) socket.disconnect();
      await stopDispatcher();
      await realtime.stop();
      server.closeAllConnections();
    },
  };
}
