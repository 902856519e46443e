import { createServer } from "node:http";
import { Server } from "socket.io";

/** Socket.IO alone, as lib/realtime configures it: every socket in one room, and what the parent sends goes to all. Started by realtime.ts. */
const http = createServer();
const io = new Server(http, { transports: ["websocket"], serveClient: false, maxHttpBufferSize: 64_000, pingInterval: 20_000, pingTimeout: 20_000 });
io.on("connection", (socket) => void socket.join("all"));
process.on("message", (payload) => void io.to("all").emit("events", payload));
http.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));
