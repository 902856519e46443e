import { listen } from "#lib/db/wake.ts";
import { dispatchEvents } from "#lib/events/dispatch.ts";
import { logger } from "#lib/logger.ts";

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
    while ((await dispatchEvents()) > 0);
  } catch (error) {
    logger.warn({ err: error }, "events could not be dispatched; trying again");
  }
}
