const browsers = [["Edg", "Edge"], ["OPR", "Opera"], ["SamsungBrowser", "Samsung Internet"], ["Firefox", "Firefox"], ["FxiOS", "Firefox"], ["CriOS", "Chrome"], ["Chrome", "Chrome"], ["Safari", "Safari"], ["curl", "curl"], ["node", "Node.js"]] as const;
const systems = [["iPhone", "iPhone"], ["iPad", "iPad"], ["Android", "Android"], ["Windows", "Windows"], ["Mac OS X", "macOS"], ["CrOS", "ChromeOS"], ["Linux", "Linux"]] as const;

/** A User-Agent in words a person recognises; null when it says nothing known. The order matters: most claim to be others. */
export function deviceOf(userAgent: string | null): { browser: string; system: string; phone: boolean } | null {
  if (!userAgent) return null;
  const browser = browsers.find(([mark]) => userAgent.includes(mark))?.[1];
  const system = systems.find(([mark]) => userAgent.includes(mark))?.[1];
  if (!browser || !system) return null;
  return { browser, system, phone: /iPhone|Android.*Mobile/.test(userAgent) };
}
