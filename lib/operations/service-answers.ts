import net from "node:net";

/**
 * Sends bytes to a local port and collects what comes back until it matches. Light enough for the supervisor, which loads
 * no database driver.
 */
async function answers(port: number, request: Uint8Array | string, expected: RegExp): Promise<boolean> {
  return new Promise((resolve) => {
    let received = "";
    const socket = net.connect({ port, host: "127.0.0.1" });
    const finish = (matched: boolean) => (socket.destroy(), resolve(matched));
    socket.setTimeout(2_000, () => finish(false));
    socket.once("error", () => finish(false)).once("close", () => resolve(false));
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      if (expected.test(received)) finish(true);
    });
    socket.write(request);
  });
}

/** PostgreSQL answers a request for TLS with one letter as soon as it listens. */
export async function postgresListens(port: number): Promise<boolean> {
  return answers(port, Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]), /^[NS]/);
}

/** False while Redis still reads its files. */
export async function redisAnswers(port: number, password: string): Promise<boolean> {
  return answers(port, `AUTH ${password}\r\nPING\r\n`, /\+PONG/);
}
