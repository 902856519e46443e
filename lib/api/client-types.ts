import path from "node:path";
import type { LoadedRoute } from "./load-routes.ts";

/** The text of lib/api-client/routes.gen.ts: the type of every route, taken from the module that serves it. */
export function clientTypes(routes: LoadedRoute[]): string {
  const described = routes.filter((route) => route.handler.definition && !route.path.startsWith("/api/widget"));
  const files = [...new Set(described.map((route) => route.file))];
  const name = (file: string) => `Module${files.indexOf(file)}`;
  return [
    "/** What each route takes and gives back. Written from the route modules by `npm run generate:client`; do not edit. */",
    'import type { CallOf } from "./call-of.ts";',
    ...files.map((file) => `import type * as ${name(file)} from "${path.posix.relative("lib/api-client", file)}";`),
    "",
    "export type Routes = {",
    ...described.map((route) => `  "${route.method} ${route.path.replace(/\[(\w+)\]/g, "{$1}")}": CallOf<typeof ${name(route.file)}.${route.method}>;`),
    "};",
    "",
  ].join("\n");
}
