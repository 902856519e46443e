const signs = /ECONNREFUSED|ECONNRESET|EPIPE|P1001|P1017|57P0[123]|timeout exceeded when trying to connect|Connection terminated|terminating connection|P2024|P2028|53300|the database system is|connection error and is not queryable|Client was closed|closed the connection|DatabaseNotReachable|Can.t reach database/i;

/** Whether the database was away, rather than what was asked of it wrong: the same thing may be done again as it is. */
export function isOutage(error: unknown): boolean {
  return signs.test(describeError(error));
}

/** Code, message and Prisma's details in one text, to look for signs in. */
export function describeError(error: unknown): string {
  const { code, message, meta } = (error ?? {}) as { code?: string; message?: string; meta?: unknown };
  return `${code ?? ""} ${message ?? ""} ${JSON.stringify(meta ?? "")}`;
}
