import net from "node:net";

export type HttpAnswer = { status: number; body: string };

/** One keep-alive connection, one request at a time: a client that leaves the processor to those who are measured. */
export class HttpConnection {
  #socket: net.Socket;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | undefined;
  readonly #host: string;

  private constructor(socket: net.Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.setNoDelay(true);
    socket.on("data", (chunk) => this.#onData(chunk));
    const fail = (error?: Error) => this.#waiting?.reject(error ?? new Error("the connection was closed"));
    socket.on("error", fail);
    socket.on("close", () => fail());
  }

  static async open(baseUrl: string): Promise<HttpConnection> {
    const { hostname, port, host } = new URL(baseUrl);
    const socket = net.connect(Number(port), hostname);
    await new Promise<void>((resolve, reject) => socket.once("connect", () => resolve()).once("error", reject));
    return new HttpConnection(socket, host);
  }

  send(method: string, path: string, headers: Record<string, string> = {}, body = ""): Promise<HttpAnswer> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("");
    const length = body ? `content-length: ${Buffer.byteLength(body)}\r\n` : "";
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(`${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\n${lines}${length}\r\n${body}`);
    });
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #onData(chunk: Buffer): void {
    this.#received = this.#received.length ? Buffer.concat([this.#received, chunk]) : chunk;
    const headEnd = this.#received.indexOf("\r\n\r\n");
    if (headEnd < 0) return;
    const head = this.#received.toString("latin1", 0, headEnd);
    const rest = this.#received.subarray(headEnd + 4);
    const status = Number(head.slice(9, 12));
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length !== undefined && rest.length >= Number(length)) this.#answer({ status, body: rest.toString("utf8", 0, Number(length)) });
    else if (/\r\ntransfer-encoding: chunked/i.test(head) && rest.subarray(-5).equals(Buffer.from("0\r\n\r\n"))) this.#answer({ status, body: unchunked(rest) });
    else if (length === undefined && status === 204) this.#answer({ status, body: "" });
  }

  #answer(answer: HttpAnswer): void {
    this.#received = Buffer.alloc(0);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(answer);
  }
}

function unchunked(bytes: Buffer): string {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf("\r\n", at);
    const size = Number.parseInt(bytes.toString("latin1", at, lineEnd), 16);
    if (!size) return Buffer.concat(parts).toString("utf8");
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 4 + size;
  }
}
