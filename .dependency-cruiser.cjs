/** Who may import whom: README, "The map of the house". bin/test runs it. */
const core = "^lib/(conversations|messages|contacts|inboxes|teams|labels)/";
const reactions = "^lib/(automations|macros|sla|campaigns|reports|csat|notifications|webhooks)/";
const tests = "\\.test\\.tsx?$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or hide a third.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only", "dynamic-import"] } },
    },
    {
      name: "no-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-index-files",
      comment: "A file is named after what it exports.",
      severity: "error",
      from: {},
      to: { path: "^(app|components|lib)/.*/index\\.tsx?$" },
    },
    {
      name: "lib-knows-no-interface",
      comment: "app → components → lib, never back. (The generated list of routes takes their types only.)",
      severity: "error",
      from: { path: "^lib/", pathNot: `${tests}|^lib/api-client/routes\\.gen\\.ts$` },
      to: { path: "^(app|components|workers|server\\.ts)" },
    },
    {
      name: "components-know-no-pages",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(app|workers|server\\.ts)" },
    },
    {
      name: "components-stay-in-the-browser",
      comment: "Server code and its packages must not reach a bundle.",
      severity: "error",
      from: { path: "^components/", pathNot: tests },
      to: { path: "^lib/(db|jobs|operations|auth/(sessions|password|authenticate|secrets))|^node_modules/(pg|ioredis|bullmq|pino|sharp|@prisma)/|^prisma/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-zod-in-the-browser",
      comment: "65 KB nobody needs there: forms send, and show the answer's details by field.",
      severity: "error",
      from: { path: "^components/", pathNot: tests },
      to: { path: "^node_modules/zod/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "prisma-only-in-lib",
      severity: "error",
      from: { path: "^(app|components|workers|server\\.ts)" },
      to: { path: "^(prisma/generated|node_modules/@prisma)/" },
    },
    {
      name: "adapters-translate-only",
      comment: "An adapter imports channels/*.ts, errors and logger: never the database, a domain or another adapter.",
      severity: "error",
      from: { path: "^lib/channels/([^/]+)/", pathNot: tests },
      to: { path: "^(lib|prisma)/", pathNot: "^lib/(channels/[^/]+\\.ts$|channels/$1/|errors\\.ts$|logger\\.ts$|clock\\.ts$)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "core-knows-no-reactions",
      comment: "What follows a fact subscribes to it (lib/events/subscribers.ts).",
      severity: "error",
      from: { path: core },
      to: { path: reactions },
    },
    {
      name: "facts-know-nobody",
      severity: "error",
      from: { path: "^lib/events/(catalog|record)\\.ts$" },
      to: { path: "^lib/", pathNot: "^lib/(events|db|errors\\.ts|clock\\.ts|auth/actor\\.ts|[^/]+/schemas\\.ts)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nobody-imports-the-operator",
      comment: "lib/operations runs Balcão; Balcão does not know it (but for what /api/health and /metrics say).",
      severity: "error",
      from: { pathNot: "^(bin|tests|bench|prisma/seed|lib/operations)/" },
      to: { path: "^lib/operations/", pathNot: "(check-health|metrics)\\.ts$" },
    },
    {
      name: "no-tests-in-the-product",
      severity: "error",
      from: { path: "^(app|components|lib|workers|server\\.ts)", pathNot: tests },
      to: { path: `^tests/|${tests}` },
    },
    {
      name: "no-dev-packages-in-the-product",
      severity: "error",
      from: { path: "^(app|components|lib|workers|server\\.ts)", pathNot: tests },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(prisma/generated|\\.next)" },
    parser: "swc",
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"], extensions: [".ts", ".tsx", ".mjs", ".js", ".json"] },
    moduleSystems: ["es6", "cjs"],
  },
};
