/** The parts of OpenAPI 3.1 that our document uses. */
export type ApiSchema = {
  type?: string | string[]; format?: string; enum?: unknown[]; properties?: Record<string, ApiSchema>; required?: string[];
  items?: ApiSchema; anyOf?: ApiSchema[]; oneOf?: ApiSchema[]; description?: string; default?: unknown; $ref?: string;
  minLength?: number; maxLength?: number; minimum?: number; maximum?: number; maxItems?: number;
};
export type ApiOperation = {
  summary: string; tags: string[]; security?: unknown[]; "x-permission"?: string;
  parameters: { name: string; in: "path" | "query"; required: boolean; schema: ApiSchema }[];
  requestBody?: { content: Record<string, { schema: ApiSchema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: ApiSchema }> }>;
};
export type ApiDocument = { info: { title: string; description: string; version: string }; paths: Record<string, Record<string, ApiOperation>> };

/** A schema in one line of type notation: `string`, `"open" | "pending"`, `{ … }[]`. */
export function typeOf(schema: ApiSchema): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return [...new Set(union.map(typeOf))].join(" | ");
  if (schema.items) return `${union ? `(${typeOf(schema.items)})` : typeOf(schema.items)}[]`;
  if (schema.properties) return "object";
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "any");
  return schema.format ? `${type} · ${schema.format}` : type;
}

/** The properties inside, whether the schema is an object, a list of them or may be null. */
export function propertiesOf(schema: ApiSchema): { name: string; required: boolean; schema: ApiSchema }[] {
  const inner = schema.items ?? (schema.anyOf ?? schema.oneOf)?.find((option) => option.properties) ?? schema;
  return Object.entries(inner.properties ?? {}).map(([name, value]) => ({ name, required: inner.required?.includes(name) ?? false, schema: value }));
}

/** Operations by tag, in the order of their addresses. */
export function operationsByTag(document: ApiDocument): [tag: string, { method: string; path: string; operation: ApiOperation }[]][] {
  const all = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })));
  return [...Map.groupBy(all, (one) => one.operation.tags[0] ?? "")].sort(([a], [b]) => a.localeCompare(b));
}
