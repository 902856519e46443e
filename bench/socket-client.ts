import { randomBytes } from "node:crypto";
import net from "node:net";

/**
 * A Socket.IO client of a few lines (websocket, Engine.IO 4): thousands of them in one process leave the processor to the
 * server. `onEvent` gets the text of each event packet, as the server wrote it.
 */
export async function connectSocket(baseUrl: string, auth: object, onEvent: (text: string) => void): Promise<{ close: () => void }> {
  const { hostname, port, host } = new URL(baseUrl);
  const socket = net.connect(Number(port), hostname);
  socket.setNoDelay(true);
  const key = randomBytes(16).toString("base64");
  socket.write(`GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: ${host}\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: ${key}\r\n\r\n`);
  let pending = Buffer.alloc(0);
  let upgraded = false;
  await new Promise<void>((resolve, reject) => {
    const onPacket = (text: string) => {
      if (text[0] === "2") socket.write(frame("3"));
      else if (text[0] === "0") socket.write(frame(`40${JSON.stringify(auth)}`));
      else if (text.startsWith("40")) resolve();
      else if (text.startsWith("44")) reject(new Error(`refused: ${text}`));
      else if (text.startsWith("42")) onEvent(text);
    };
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("the socket was closed")));
    socket.on("data", (chunk) => {
      pending = pending.length ? Buffer.concat([pending, chunk]) : chunk;
      if (!upgraded) {
        const end = pending.indexOf("\r\n\r\n");
        if (end < 0) return;
        if (!pending.toString("latin1", 0, 12).endsWith("101")) return reject(new Error(pending.toString("latin1", 0, end)));
        upgraded = true;
        pending = pending.subarray(end + 4);
      }
      for (let read = readFrame(pending); read; read = readFrame(pending)) {
        pending = pending.subarray(read.size);
        onPacket(read.text);
      }
    });
  });
  return { close: () => socket.destroy() };
}

/** A whole text frame at the beginning of what came, or nothing yet. Servers do not mask and these do not fragment. */
function readFrame(bytes: Buffer): { text: string; size: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes[1]! & 127;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < head) return undefined;
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (bytes.length < head + length) return undefined;
  return { text: bytes.toString("utf8", head, head + length), size: head + length };
}

/** Clients must mask; a mask of zeros is one. */
function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const head = body.length < 126 ? [0x81, 0x80 | body.length] : [0x81, 0x80 | 126, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), body]);
}
