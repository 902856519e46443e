/**
 * The `frame-ancestors` directive (CSP 3, §6.4.2) for an inbox's allow-list: ours, so that the settings can show a
 * preview, and the listed hosts with any subdomain wildcard as it stands. A host without a scheme matches our own scheme
 * or better: with TLS here, sites need TLS too. An empty list allows every site.
 */
export function frameAncestors(allowedDomains: readonly string[]): string {
  if (allowedDomains.length === 0) return "frame-ancestors *";
  return `frame-ancestors 'self' ${allowedDomains.flatMap((domain) => (isLocal(domain) ? [domain, `http://${domain}`] : [domain])).join(" ")}`;
}

/** May a page of this origin ("https://loja.com.br") show the chat served from `ownOrigin`? The same rule, for answers that are no page. */
export function isAllowedOrigin(origin: string, allowedDomains: readonly string[], ownOrigin: string): boolean {
  if (allowedDomains.length === 0) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  return allowedDomains.some((domain) => {
    const schemeFits = protocol === "https:" || (protocol === "http:" && (ownOrigin.startsWith("http:") || isLocal(domain)));
    return schemeFits && (domain.startsWith("*.") ? host.endsWith(domain.slice(1)) : host === domain);
  });
}

/** Development hosts may go without TLS. */
function isLocal(domain: string): boolean {
  return /^(\*\.)?(localhost|127\.0\.0\.1|[\w.-]+\.(localhost|test))(:\d+)?$/.test(domain);
}
