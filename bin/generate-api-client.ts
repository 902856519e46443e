import { writeFileSync } from "node:fs";
import path from "node:path";

// Loading the route modules reads the configuration; nothing is connected to.
process.env.DATABASE_URL ||= "postgres://nobody@127.0.0.1:1/none";
process.env.SECRET_KEY ||= "only for reading the routes' types...";
process.env.LOG_LEVEL ||= "silent";

const { loadRoutes } = await import("#lib/api/load-routes.ts");
const { clientTypes } = await import("#lib/api/client-types.ts");
const target = path.resolve(import.meta.dirname, "../lib/api-client/routes.gen.ts");
writeFileSync(target, clientTypes(await loadRoutes()));
process.exit(0);
