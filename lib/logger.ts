import pino from "pino";

/** JSON lines on stdout. Message bodies and secrets never reach it: log ids. */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: { process: process.env.BALCAO_PROCESS ?? "cli", pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["authorization", "cookie", "password", "token", "accessToken", "appSecret", "verifyToken", "*.authorization", "*.cookie",
      "*.password", "*.token", "*.accessToken", "*.appSecret", "*.content", "*.email", "*.phone"],
    censor: "[redacted]",
  },
});
