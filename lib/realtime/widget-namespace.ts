import type { Server, Socket } from "socket.io";
import { trueAddress } from "../auth/client-address.ts";
import { latestConversationOf } from "../visitors/list-visitor-messages.ts";
import { db, inAccount } from "../db/tenant.ts";
import { AppError } from "../errors.ts";
import { assertIdentified, contactInboxIdsOf, findVisitor, type KnownVisitor } from "../visitors/find-visitor.ts";
import { limitAddress } from "../visitors/limit-address.ts";
import { isVisitorToken, openWidget, visitorOf, type Visitor } from "../visitors/open-visitor.ts";
import { isForVisitors, presentWidgetMessage } from "../visitors/present-widget-message.ts";
import type { ReadMarks, WidgetMessage } from "../visitors/schemas.ts";
import { publishEphemeral } from "./ephemeral.ts";
import { whoIsHere } from "./presence.ts";
import type { RealtimeEvent } from "./protocol.ts";
import { accountRoom, audience, visitorRoom } from "./rooms.ts";

export type ServerToVisitor = {
  message: (message: WidgetMessage) => void;
  "message-updated": (message: WidgetMessage) => void;
  typing: (typing: { on: boolean; name: string | null }) => void;
  read: (marks: ReadMarks) => void;
  online: (state: { online: boolean }) => void;
};
export type VisitorToServer = { typing: (typing: { on: boolean }) => void };

type VisitorSocket = Socket<VisitorToServer, ServerToVisitor, object, { visitor: Visitor; passing?: number }>;

/** Who answers comes and goes; visitors are told this often, in milliseconds. */
const onlineMs = 30_000;

/** Visitors of the website chat. A socket is in the rooms of the contact its token stands for, and hears only those. */
export function registerWidgetNamespace(io: Server): void {
  const visitors = io.of("/widget");
  visitors.use((socket, next) => {
    admit(socket as VisitorSocket).then(
      () => next(),
      (error) => next(Object.assign(new Error("refused"), { data: { code: error instanceof AppError ? error.code : "unavailable" } })),
    );
  });
  visitors.on("connection", (socket) => serveVisitor(socket as VisitorSocket));
  setInterval(() => void tellWhetherOnline(io), onlineMs).unref();
}

async function admit(socket: VisitorSocket): Promise<void> {
  const { inboxToken, visitorToken } = socket.handshake.auth;
  if (typeof inboxToken !== "string" || !isVisitorToken(visitorToken)) throw new AppError("unauthenticated", "Start a session first.");
  const visitor = visitorOf(await openWidget(inboxToken), visitorToken);
  const { headers, address } = socket.handshake;
  await limitAddress("widget-session", new Headers({ "x-forwarded-for": trueAddress(address, headers["x-forwarded-for"]) }), visitor.inbox.id);
  const { accountId } = visitor.inbox;
  socket.data = { visitor };
  const rooms = await inAccount(accountId, async () => {
    const known = await findVisitor(db, visitor);
    assertIdentified(visitor, known);
    if (!known) return [];
    // Typing is addressed to the device that wrote last, which may be another one of the same person.
    const devices = await contactInboxIdsOf(db, known);
    return [personRoom(accountId, known.inboxId, known.contactId), ...devices.map((id) => visitorRoom(accountId, id))];
  });
  await socket.join([accountRoom(accountId), ...rooms]);
}

/** Everything a person wrote on one inbox, from whichever device. */
function personRoom(accountId: number, inboxId: string, contactId: string): string {
  return `${accountId}:inbox:${inboxId}:person:${contactId}`;
}

function serveVisitor(socket: VisitorSocket): void {
  const { accountId } = socket.data.visitor.inbox;
  void whoIsHere(accountId).then((here) => socket.emit("online", { online: here.length > 0 }));
  socket.on("typing", (typing) => {
    const now = Date.now();
    if (now - (socket.data.passing ?? 0) < (typing?.on === true ? 1_000 : 100)) return;
    socket.data.passing = now;
    void passTypingOn(socket.data.visitor, typing?.on === true).catch(() => undefined);
  });
}

async function passTypingOn(visitor: Visitor, on: boolean): Promise<void> {
  const { accountId } = visitor.inbox;
  await inAccount(accountId, async () => {
    const known: KnownVisitor | null = await findVisitor(db, visitor);
    const conversation = known && (await latestConversationOf(db, known));
    if (!conversation) return;
    const by = { kind: "contact" as const, id: known.contactId, name: known.name };
    publishEphemeral({ namespace: "/", rooms: audience(accountId, conversation), event: "typing", data: { conversationId: conversation.id, by, on } });
  });
}

/** What agents wrote and did, as the visitor may know it: no notes, no assignments, no addresses. */
export function publishToVisitors(io: Server, accountId: number, event: RealtimeEvent): void {
  if (!("conversation" in event)) return;
  const { conversation } = event;
  const room = personRoom(accountId, conversation.inboxId, conversation.contact.id);
  if (!io.of("/widget").adapter.rooms.has(room)) return;
  const visitor = io.of("/widget").to(room);
  if (event.name === "message.created" || event.name === "message.updated") {
    if (!isForVisitors(event.message)) return;
    visitor.emit(event.name === "message.created" ? "message" : "message-updated", presentWidgetMessage(event.message, conversation.displayId));
  }
  const marks: ReadMarks = { conversationId: conversation.id, contactSeenSeq: conversation.contactSeenSeq, agentSeenSeq: conversation.seenSeq };
  if (event.name !== "message.updated") visitor.emit("read", marks);
}

async function tellWhetherOnline(io: Server): Promise<void> {
  const { rooms } = io.of("/widget").adapter;
  for (const room of [...rooms.keys()].filter((name) => /^\d+$/.test(name))) {
    const here = await whoIsHere(Number(room));
    io.of("/widget").to(room).emit("online", { online: here.length > 0 });
  }
}
