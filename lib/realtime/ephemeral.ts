import type { Server } from "socket.io";
import { onProcess } from "../db/on-process.ts";
import { patientRedis, redis } from "../redis.ts";

/**
 * Passing things (typing, presence, viewing) for every process's sockets, over Redis. Lost without it: then only this
 * process's own sockets hear them.
 */
export type Ephemeral = { namespace: "/" | "/widget"; rooms: string[]; event: string; data: unknown; exceptSocket?: string };

const channel = "balcao:ephemeral";
const local = onProcess("ephemeralEmitter", () => ({ emit: (_message: Ephemeral): void => {} }));

export function publishEphemeral(message: Ephemeral): void {
  redis.publish(channel, JSON.stringify(message)).catch(() => local.emit(message));
}

/** Lets this process's sockets hear what any process publishes. Returns the way to stop. */
export function hearEphemeral(io: Server): () => void {
  local.emit = (message) => {
    let target = io.of(message.namespace).to(message.rooms);
    if (message.exceptSocket) target = target.except(message.exceptSocket);
    target.volatile.emit(message.event, message.data);
  };
  const subscription = patientRedis();
  subscription.on("message", (_channel, text) => local.emit(JSON.parse(text) as Ephemeral));
  subscription.subscribe(channel).catch(() => {});
  return () => subscription.disconnect();
}
