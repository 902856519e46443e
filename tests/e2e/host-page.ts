import http from "node:http";
import type { AddressInfo } from "node:net";

export type HostSite = { origin: string; page: (options: { token: string; attributes?: string; calls?: unknown[][] }) => string; close: () => void };

/**
 * Somebody else's website, on another origin, as strict as sites get: no inline code, no inline styles, no connections,
 * Trusted Types required; of ours only script-src and frame-src, which is what the README asks of websites.
 */
export async function startHostSite(balcao: string): Promise<HostSite> {
  const pages = new Map<string, { token: string; attributes: string; calls: unknown[][] }>();
  const policy = [
    "default-src 'none'", `script-src 'self' ${balcao}`, `frame-src ${balcao}`, "base-uri 'none'", "form-action 'none'",
    "require-trusted-types-for 'script'", "trusted-types balcao",
  ].join("; ");
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url!, "http://host");
    const page = pages.get(pathname.replace(/\.js$/, ""));
    if (!page) return void response.writeHead(404).end();
    if (pathname.endsWith(".js")) {
      // What shops write before the widget is there: calls that wait in an array.
      response.writeHead(200, { "content-type": "text/javascript" });
      return void response.end(`window.heard = []; window.violations = [];
        document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective + " " + event.blockedURI));
        window.Balcao = ${JSON.stringify(page.calls)};
        for (const name of ["ready", "open", "close", "unread", "message"]) Balcao.push(["on", name, (detail) => heard.push([name, detail])]);`);
    }
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy });
    response.end(`<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Loja Teste</title>
      <script src="${pathname}.js"></script><script src="${balcao}/widget.js" data-token="${page.token}" ${page.attributes} async></script></head>
      <body><h1>Loja Teste</h1><a href="#1">Um link da loja</a><p>${"Texto da loja. ".repeat(300)}</p></body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    page: ({ token, attributes = "", calls = [] }) => {
      const path = `/p${pages.size}`;
      pages.set(path, { token, attributes, calls });
      return origin + path;
    },
    close: () => void server.close(),
  };
}
