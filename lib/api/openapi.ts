import { z } from "zod";
import { errorStatus } from "../errors.ts";
import type { LoadedRoute } from "./load-routes.ts";

/** OpenAPI 3.1 (JSON Schema 2020-12) of every route that was made with defineRoute. */
export function openApiDocument(routes: LoadedRoute[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    if (!route.handler.definition) continue;
    const address = route.path.replace(/\[(\w+)\]/g, "{$1}");
    (paths[address] ??= {})[route.method.toLowerCase()] = operation(address, route);
  }
  return {
    openapi: "3.1.0",
    info: { title: "Balcão", version: "1", description: "Everything the dashboard does. Send an API token as a bearer token; writes may carry an Idempotency-Key." },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      schemas: {
        Error: {
          type: "object", required: ["error"],
          properties: { error: { type: "object", required: ["code", "message"], properties: {
            code: { type: "string", enum: Object.keys(errorStatus) }, message: { type: "string" },
            details: { type: "array", items: { type: "object", properties: { path: { type: "string" }, message: { type: "string" } } } },
          } } },
        },
      },
    },
  };
}

function operation(address: string, route: LoadedRoute): Record<string, unknown> {
  const { summary, access, permission, params, query, body, output, status } = route.handler.definition;
  const pathSchema = params ? jsonSchema(params, "input") : undefined;
  const querySchema = query ? jsonSchema(query, "input") : undefined;
  return {
    summary,
    tags: [address.split("/").filter((part) => part && !part.startsWith("{") && part !== "api" && part !== "accounts")[0] ?? "accounts"],
    ...(access === "public" ? { security: [] } : {}),
    ...(permission ? { "x-permission": permission } : {}),
    parameters: [
      ...[...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: "path", required: true, schema: pathSchema?.properties?.[name!] ?? { type: "string" } })),
      ...Object.entries(querySchema?.properties ?? {}).map(([name, schema]) => ({ name, in: "query", required: querySchema?.required?.includes(name) ?? false, schema })),
    ],
    ...(body ? { requestBody: { required: true, content: { "application/json": { schema: jsonSchema(body, "input") } } } } : {}),
    responses: {
      [status ?? (output ? 200 : 204)]: output ? { description: "Done", content: { "application/json": { schema: jsonSchema(output, "output") } } } : { description: "Done" },
      default: { description: "Refused, with a sentence that says why", content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } } },
    },
  };
}

type Schema = { properties?: Record<string, unknown>; required?: string[] };

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io, unrepresentable: "any",
    override: ({ zodSchema, jsonSchema: json }) => {
      if (zodSchema._zod.def.type === "date") Object.assign(json, { type: "string", format: "date-time" });
    },
  });
  return rest as Schema;
}
