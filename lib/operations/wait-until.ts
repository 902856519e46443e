/** Asks until the answer is true. @returns false when the time is over. */
export async function waitUntil(ask: () => Promise<boolean> | boolean, timeoutMs: number, pauseMs = 50): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (await ask()) return true;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return false;
}
