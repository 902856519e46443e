import { readFileSync } from "node:fs";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { clientTypes } from "#lib/api/client-types.ts";
import { loadRoutes } from "#lib/api/load-routes.ts";
import { errorStatus } from "#lib/errors.ts";
import { projectRoot } from "#lib/operations/project-root.ts";
import { routerClient } from "#tests/factories/router-client.ts";

const routes = await loadRoutes();
const { json } = await (await routerClient())("GET", "/api/openapi.json");
const document = json();
type Operation = { summary: string; tags: string[]; parameters: { name: string; in: string }[]; responses: Record<string, unknown>; requestBody?: unknown; "x-permission"?: string; security?: unknown[] };
const operations = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([address, methods]) => Object.entries(methods).map(([method, operation]) => ({ address, method, operation })));

test("the document is valid OpenAPI 3.1", async () => {
  expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true });
  expect(document.openapi).toBe("3.1.0");
});

test("every route made with defineRoute is in it, and nothing else", () => {
  const defined = routes.filter((route) => route.handler.definition).map((route) => `${route.method.toLowerCase()} ${route.path.replace(/\[(\w+)\]/g, "{$1}")}`);
  expect(operations.map(({ method, address }) => `${method} ${address}`).toSorted()).toEqual(defined.toSorted());
});

test("every operation says what it does, what it takes, what it may answer and what it needs", () => {
  for (const { address, method, operation } of operations) {
    const name = `${method} ${address}`;
    expect(operation.summary.length, name).toBeGreaterThan(8);
    expect(operation.parameters.filter((parameter) => parameter.in === "path").map((parameter) => parameter.name), name).toEqual([...address.matchAll(/\{(\w+)\}/g)].map(([, part]) => part));
    expect(Object.keys(operation.responses).some((status) => status.startsWith("2")), name).toBe(true);
    expect(operation.responses.default, name).toBeDefined();
    if (address.startsWith("/api/accounts/") && !address.endsWith("/availability")) expect(operation["x-permission"], name).toMatch(/^[\w-]+:[\w-]+$/);
  }
});

test("every way to be refused is in the vocabulary", () => {
  expect(document.components.schemas.Error.properties.error.properties.code.enum).toEqual(Object.keys(errorStatus));
});

test("the calls that integrations are promised are there", () => {
  const promised = ["get /api/profile", "get /api/accounts/{accountId}/conversations", "get /api/accounts/{accountId}/conversations/{id}", "get /api/accounts/{accountId}/conversations/{id}/messages",
    "post /api/accounts/{accountId}/conversations/{id}/messages", "post /api/accounts/{accountId}/conversations", "put /api/accounts/{accountId}/conversations/{id}/assignee",
    "put /api/accounts/{accountId}/conversations/{id}/team", "post /api/accounts/{accountId}/conversations/{id}/resolution", "delete /api/accounts/{accountId}/conversations/{id}/resolution",
    "post /api/accounts/{accountId}/inboxes", "get /api/accounts/{accountId}/contacts", "post /api/accounts/{accountId}/contacts", "post /api/accounts/{accountId}/uploads"];
  expect(operations.map(({ method, address }) => `${method} ${address}`)).toEqual(expect.arrayContaining(promised));
});

test("the dashboard's typed client is written from these routes: npm run generate:client", () => {
  expect(readFileSync(path.join(projectRoot, "lib/api-client/routes.gen.ts"), "utf8")).toBe(clientTypes(routes));
});
