/**
 * The `frame-ancestors` directive (CSP 3, §6.4.2) for an inbox's allow-list: ours, so that the settings can show a preview, and the
 * listed hosts on both schemes with any subdomain wildcard as it stands. An empty list allows every site.
 */
export function frameAncestors(allowedDomains: readonly string[]): string {
  if (allowedDomains.length === 0) return "frame-ancestors *";
  return `frame-ancestors 'self' ${allowedDomains.flatMap((domain) => [`https://${domain}`, ...(isLocal(domain) ? [`http://${domain}`] : [])]).join(" ")}`;
}

/** May a page of this origin ("https://loja.com.br") show the chat? The same rule, for answers that are no page. */
export function isAllowedOrigin(origin: string, allowedDomains: readonly string[]): boolean {
  if (allowedDomains.length === 0) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host, hostname } = new URL(origin);
  return allowedDomains.some((domain) => {
    if (protocol !== "https:" && !(protocol === "http:" && isLocal(domain))) return false;
    if (domain.startsWith("*.")) return host.endsWith(domain.slice(1));
    return host === domain || (protocol === "https:" && `${hostname}:443` === domain);
  });
}

/** Development hosts may go without TLS. */
function isLocal(domain: string): boolean {
  return /^(\*\.)?(localhost|127\.0\.0\.1|[\w.-]+\.(localhost|test))(:\d+)?$/.test(domain);
}
