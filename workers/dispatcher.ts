import { setTimeout as rest } from "node:timers/promises";
import { listen } from "#lib/db/wake.ts";
import { dispatchBatch, dispatchEvents } from "#lib/events/dispatch.ts";
import { logger } from "#lib/logger.ts";

/** In a rush, what is committed within this many milliseconds is taken together. */
const restMs = 5;

/** Gives committed events their sequence, as soon as they are there. */
export function startDispatcher(): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const stopListening = listen("outbox", 500, () => {
    if (running) {
      again = true;
      return;
    }
    running = (async () => {
      do {
        again = false;
        await dispatchAll();
        if (again) await rest(restMs);
      } while (again);
    })().finally(() => (running = undefined));
  });
  return async () => {
    await stopListening();
    await running;
  };
}

async function dispatchAll(): Promise<void> {
  try {
    while ((await dispatchEvents()) === dispatchBatch);
  } catch (error) {
    logger.warn({ err: error }, "events could not be dispatched; trying again");
  }
}
