import { z } from "zod";

/** The JSON Schema of what a route takes, as far as samples need it. */
export type InputSchema = {
  type?: string; format?: string; enum?: unknown[]; const?: unknown; pattern?: string; minLength?: number; maxLength?: number; minimum?: number; maximum?: number;
  properties?: Record<string, InputSchema>; required?: string[]; items?: InputSchema; anyOf?: InputSchema[]; allOf?: InputSchema[];
};

export function inputSchema(schema: z.ZodType): InputSchema {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as InputSchema;
}

/** The fields of a body by name, each in the shape that is not null. */
export function fieldsOf(schema: InputSchema): [name: string, field: InputSchema][] {
  return Object.entries(plain(schema).properties ?? {}).map(([name, field]) => [name, plain(field)]);
}

/** Values of the schema's own kind. `idOf` answers for every field that names a row. */
export function sample(schema: InputSchema, idOf: (field: string) => string | undefined, name = ""): unknown {
  const field = plain(schema);
  if (field.const !== undefined) return field.const;
  if (field.enum) return field.enum[0];
  if (field.type === "object") return Object.fromEntries(Object.entries(field.properties ?? {}).map(([key, part]) => [key, sample(part, idOf, key)]).filter(([, value]) => value !== undefined));
  if (field.type === "array") {
    const item = sample(field.items ?? {}, idOf, name);
    return item === undefined ? [] : [item];
  }
  if (field.type === "boolean") return true;
  if (field.type === "integer" || field.type === "number") return Math.max(field.minimum ?? 1, 1);
  if (field.format === "uuid") return idOf(name);
  if (field.format === "email") return "someone@tests.example";
  if (field.format === "date-time") return "2030-01-01T00:00:00.000Z";
  if (field.pattern?.includes("#")) return "#123456";
  if (name === "phone") return "+5511987654321";
  return "sample text 123".slice(0, field.maxLength ?? 100);
}

/** Whether a field holds ids of rows. */
export function namesRows(field: InputSchema): boolean {
  return field.format === "uuid" || (field.type === "array" && plain(field.items ?? {}).format === "uuid");
}

function plain(schema: InputSchema): InputSchema {
  const choice = (schema.anyOf ?? []).find((each) => each.type !== "null");
  if (choice) return plain({ ...choice, ...(schema.maxLength ? { maxLength: schema.maxLength } : {}) });
  return schema.allOf?.[0] ? plain({ ...schema.allOf[0], ...schema, allOf: undefined }) : schema;
}
