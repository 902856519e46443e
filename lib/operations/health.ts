import http from "node:http";

/** What GET /api/health answers, or undefined when nothing does. Asked under the public host name, which the server checks. */
export async function health(port: number, baseUrl: string): Promise<{ status: number; body: string } | undefined> {
  return new Promise((resolve) => {
    const request = http.get({ host: "127.0.0.1", port, path: "/api/health", timeout: 3_000, headers: { host: new URL(baseUrl).host } }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk) => (body += chunk)).on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    request.on("timeout", () => request.destroy()).on("error", () => resolve(undefined));
  });
}
