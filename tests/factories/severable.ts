import { once } from "node:events";
import net, { type AddressInfo, type Socket } from "node:net";

export type Severable = { /** The same address, through here. */ url: string; cut: () => Promise<void>; heal: () => Promise<void>; close: () => Promise<void> };

/** A network cable to a service: cut, every connection breaks and no new one is made, until it heals. */
export async function severable(address: string): Promise<Severable> {
  const target = new URL(address);
  const open = new Set<Socket>();
  const server = net.createServer((inner) => {
    const outer = net.connect(Number(target.port), target.hostname);
    for (const socket of [inner, outer]) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        open.delete(socket);
        inner.destroy();
        outer.destroy();
      });
    }
    inner.pipe(outer);
    outer.pipe(inner);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  };
  return {
    url: Object.assign(new URL(address), { hostname: "127.0.0.1", port: String(port) }).toString(),
    cut,
    heal: async () => void (await once(server.listen(port, "127.0.0.1"), "listening")),
    close: () => (server.listening ? cut() : Promise.resolve()),
  };
}
