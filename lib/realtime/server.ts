import type { Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { isOwnOrigin } from "../api/origin.ts";
import type { AgentActor } from "../auth/actor.ts";
import { actorIn, authenticateIn, type SignedIn } from "../auth/authenticate.ts";
import { findConversation } from "../conversations/access.ts";
import { systemQuery } from "../db/system.ts";
import { db, inAccount } from "../db/tenant.ts";
import { AppError } from "../errors.ts";
import { logger } from "../logger.ts";
import { hearEphemeral, publishEphemeral } from "./ephemeral.ts";
import { noteGone, noteHere, whoIsHere } from "./presence.ts";
import type { AgentToServer, ServerToAgent, Typist } from "./protocol.ts";
import { accountRoom, audience, roomsOf, visitorRoom } from "./rooms.ts";
import { startTail } from "./tail.ts";
import { registerWidgetNamespace } from "./widget-namespace.ts";

type AgentSocket = Socket<AgentToServer, ServerToAgent, object, { user: SignedIn; actor: AgentActor; admittedAt: number | undefined; passing?: number }>;

/** Signs of life and heads go out this often, and revoked sign-ins are noticed this often, in milliseconds. */
const heartbeatMs = 20_000;
const revocationMs = 1_500;

/** The sockets of this process: agents on "/", visitors on "/widget". Returns the way to stop. */
export async function startRealtime(http: HttpServer, isAllowedHost: (host: string | undefined) => boolean): Promise<{ io: Server; stop: () => Promise<void> }> {
  const io = new Server(http, {
    transports: ["websocket"], serveClient: false, maxHttpBufferSize: 64_000, destroyUpgrade: true, destroyUpgradeTimeout: 0, pingInterval: 20_000, pingTimeout: 20_000,
    allowRequest: ({ headers }, decide) => decide(null, isAllowedHost(headers.host) && (!headers.origin || isOwnOrigin(headers.origin, headers.host ?? null))),
  });
  /** The last event told in each account. */
  const heads = new Map<number, number>();
  const agents = io.of("/");
  agents.use(async (socket, next) => {
    try {
      await admit(socket as AgentSocket, Number(socket.handshake.auth.accountId) || 0, heads);
      next();
    } catch (error) {
      next(Object.assign(new Error("unauthenticated"), { data: { code: (error as { code?: string }).code ?? "unavailable" } }));
    }
  });
  agents.on("connection", (socket) => serveAgent(socket as AgentSocket, heads));
  registerWidgetNamespace(io);

  const stopHearing = hearEphemeral(io);
  const stopTail = await startTail(io, heads, (accountId) => void refreshRights(io, accountId));
  const heartbeat = setInterval(() => void beat(io, heads), heartbeatMs);
  const revocation = setInterval(() => void dropRevoked(io).catch(() => {}), revocationMs);
  return {
    io,
    stop: async () => {
      clearInterval(heartbeat);
      clearInterval(revocation);
      stopHearing();
      await stopTail();
      await io.close();
    },
  };
}

async function admit(socket: AgentSocket, accountId: number, heads: Map<number, number>): Promise<void> {
  const admittedAt = heads.get(accountId);
  const { headers, auth } = socket.handshake;
  socket.data = { ...(await authenticateIn(new Headers({ cookie: headers.cookie ?? "", authorization: auth.token ? `Bearer ${auth.token}` : "" }), accountId)), admittedAt };
  await joinRooms(socket);
}

async function joinRooms(socket: AgentSocket): Promise<void> {
  const { actor } = socket.data;
  const inboxes = actor.permissions.has("conversation:read-all") ? [] : await systemQuery<{ id: string }>("select id from inboxes where account_id = $1", [actor.accountId]);
  const wanted = new Set(roomsOf(actor, inboxes.map((inbox) => inbox.id)));
  for (const room of socket.rooms) if (room !== socket.id && !wanted.has(room)) await socket.leave(room);
  await socket.join([...wanted]);
}

function serveAgent(socket: AgentSocket, heads: Map<number, number>): void {
  const { actor, admittedAt } = socket.data;
  // Something happened in the account while this socket was being let in: it may have been a right taken away.
  if (heads.get(actor.accountId) !== admittedAt) void refreshRightsOf(socket);
  const me: Typist = { kind: "agent", id: actor.userId, name: actor.name };
  void noteHere(actor.accountId, [actor.userId]).then(async () => socket.emit("presence", { online: await whoIsHere(actor.accountId) }));

  let wasOn = false;
  const passOn = async (event: "typing" | "viewing", conversationId: unknown, on: boolean) => {
    // A few a second is plenty for any hand.
    const now = Date.now();
    if (typeof conversationId !== "string" || now - (socket.data.passing ?? 0) < (on && wasOn ? 200 : 20)) return;
    socket.data.passing = now;
    wasOn = on;
    const conversation = await inAccount(actor.accountId, async () => findConversation(db, socket.data.actor, conversationId)).catch(() => null);
    if (!conversation) return;
    publishEphemeral({ namespace: "/", rooms: audience(actor.accountId, conversation), event, data: { conversationId, by: me, on }, exceptSocket: socket.id });
    if (event === "typing") publishEphemeral({ namespace: "/widget", rooms: [visitorRoom(actor.accountId, conversation.contactInboxId)], event, data: { on, name: me.name } });
  };
  let viewed: string | null = null;
  socket.on("typing", (typing) => void passOn("typing", typing?.conversationId, typing?.on === true));
  socket.on("viewing", (viewing) => {
    if (viewed && viewed !== viewing?.conversationId) void passOn("viewing", viewed, false);
    viewed = viewing?.conversationId ?? null;
    if (viewed) void passOn("viewing", viewed, true);
  });
  socket.on("disconnect", () => {
    if (viewed) void passOn("viewing", viewed, false);
    const another = [...socket.nsp.sockets.values()].some((other) => (other as unknown as AgentSocket).data.actor?.userId === actor.userId && (other as unknown as AgentSocket).data.actor.accountId === actor.accountId);
    if (!another) void noteGone(actor.accountId, actor.userId);
  });
}

function agentSockets(io: Server): AgentSocket[] {
  return [...io.of("/").sockets.values()] as unknown as AgentSocket[];
}

/** Teams, inboxes or people of an account changed: each socket hears what its agent may see now. */
async function refreshRights(io: Server, accountId: number): Promise<void> {
  for (const socket of agentSockets(io)) if (socket.data.actor?.accountId === accountId) await refreshRightsOf(socket);
}

async function refreshRightsOf(socket: AgentSocket): Promise<void> {
  try {
    socket.data.actor = await actorIn(socket.data.user, socket.data.actor.accountId);
    await joinRooms(socket);
  } catch (error) {
    if (error instanceof AppError) signOut(socket);
    // The database was away for a moment: nobody is sent off for that, and nobody keeps a right for it.
    else setTimeout(() => void refreshRightsOf(socket), revocationMs);
  }
}

async function dropRevoked(io: Server): Promise<void> {
  const sockets = agentSockets(io);
  const ids = [...new Set(sockets.map((socket) => socket.data.user.credentialId))];
  if (!ids.length) return;
  const rows = await systemQuery<{ id: string }>(
    "select id from sessions where id = any($1) and revoked_at is null and expires_at > now() union all select id from api_tokens where id = any($1) and (expires_at is null or expires_at > now())", [ids]);
  const valid = new Set(rows.map((row) => row.id));
  for (const socket of sockets) if (!valid.has(socket.data.user.credentialId)) signOut(socket);
}

function signOut(socket: AgentSocket): void {
  socket.emit("signed-out");
  socket.disconnect(true);
}

async function beat(io: Server, heads: Map<number, number>): Promise<void> {
  const here = Map.groupBy(agentSockets(io), (socket) => socket.data.actor.accountId);
  for (const [accountId, sockets] of here) {
    const seq = heads.get(accountId);
    if (seq !== undefined) io.of("/").to(accountRoom(accountId)).emit("head", { seq });
    await noteHere(accountId, [...new Set(sockets.map((socket) => socket.data.actor.userId))]).catch((error) => logger.debug({ err: error }, "presence"));
  }
}
