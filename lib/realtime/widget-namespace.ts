import type { Server } from "socket.io";
import type { RealtimeEvent } from "./protocol.ts";

/** Visitors of the website chat. */
export function registerWidgetNamespace(_io: Server): void {}

/** What agents wrote and did, as the visitor may know it. */
export function publishToVisitors(_io: Server, _accountId: number, _event: RealtimeEvent): void {}
