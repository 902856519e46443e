import type { z } from "zod";
import type { Route, RouteDefinition } from "../api/define-route.ts";

/** A value after a trip through JSON. */
export type Json<Value> = unknown extends Value ? Value : Value extends Date ? string : Value extends (infer Item)[] ? Json<Item>[] : Value extends object ? { [Key in keyof Value]: Json<Value[Key]> } : Value;

type Given<Name extends string, Schema extends z.ZodType> = [z.output<Schema>] extends [undefined] ? object : { [Key in Name]: Plain<z.input<Schema>> };
/** In an address everything is text: a flag may be given as one. */
type InAddress<Value> = { [Key in keyof Value]: string extends Value[Key] ? Value[Key] | boolean : Value[Key] };
type GivenQuery<Schema extends z.ZodType> = [z.output<Schema>] extends [undefined] ? object : object extends z.input<Schema> ? { query?: InAddress<Plain<z.input<Schema>>> } : { query: InAddress<Plain<z.input<Schema>>> };

/** What a caller writes: the schema's input, where a coerced or caught value (`unknown` there) is a text or a number. */
type Plain<Value> = Value extends object ? (Value extends unknown[] | Date ? Value : { [Key in keyof Value]: unknown extends Value[Key] ? string | number | boolean | undefined : Value[Key] }) : Value;

/** A route's type as its callers see it. */
export type CallOf<R> = R extends Route<RouteDefinition<infer Params, infer Query, infer Body, infer Output, any>>
  ? Given<"params", Params> & GivenQuery<Query> & Given<"body", Body> & { output: [z.output<Output>] extends [undefined] ? undefined : Json<z.output<Output>> }
  : never;
