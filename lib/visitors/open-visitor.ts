import { createHash } from "node:crypto";
import { isOwnOrigin } from "../api/origin.ts";
import { widgetConfig, type WidgetConfig } from "../channels/widget/config.ts";
import { AppError, notFound } from "../errors.ts";
import { findInboxByToken, type ConnectedInbox } from "../inboxes/connected-inbox.ts";

/** A browser with a token of its own, on one widget inbox. It may be nobody's yet: no row exists before the first message. */
export type Visitor = {
  inbox: ConnectedInbox;
  config: WidgetConfig;
  token: string;
  /** What is stored of the token, as the contact's id on this inbox: its SHA-256 in hex. */
  sourceId: string;
  /** Owner of the files uploaded before there is a contact; follows from the token. */
  uploaderId: string;
};

/** @throws AppError not_found when there is no such widget */
export async function openWidget(inboxToken: string): Promise<{ inbox: ConnectedInbox; config: WidgetConfig }> {
  const inbox = await findInboxByToken(inboxToken);
  if (inbox?.type !== "widget") throw notFound();
  return { inbox, config: widgetConfig.parse(inbox.config) };
}

/** Who calls, by the bearer token of the frame. @throws AppError not_found, wrong_origin, unauthenticated */
export async function openVisitor(request: Request, inboxToken: string): Promise<Visitor> {
  assertFrameOrigin(request);
  const widget = await openWidget(inboxToken);
  const token = bearerToken(request);
  if (!token) throw new AppError("unauthenticated", "Start a session first: its visitor token belongs into the Authorization header.");
  return visitorOf(widget, token);
}

export function visitorOf(widget: { inbox: ConnectedInbox; config: WidgetConfig }, token: string): Visitor {
  const sourceId = createHash("sha256").update(token).digest("hex");
  const uploaderId = sourceId.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-a$4-$5");
  return { ...widget, token, sourceId, uploaderId };
}

/** The 256-bit token of the Authorization header; null when there is none or it is none of ours. */
export function bearerToken(request: Request): string | null {
  const token = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  return isVisitorToken(token) ? token : null;
}

/** 32 bytes in base64url, as `randomToken` makes them. */
export function isVisitorToken(token: unknown): token is string {
  return typeof token === "string" && /^[\w-]{43}$/.test(token);
}

/** Only our own frame calls; other sites' pages get no answer they could use. @throws AppError wrong_origin */
export function assertFrameOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  if (origin && !isOwnOrigin(origin, request.headers.get("host"))) throw new AppError("wrong_origin", "The chat's API answers only the chat's own frame.");
}
