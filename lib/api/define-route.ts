import { z } from "zod";
import { authenticate, authenticateIn, type SignedIn } from "../auth/authenticate.ts";
import type { AgentActor } from "../auth/actor.ts";
import type { Permission } from "../auth/permissions.ts";
import { inAccount } from "../db/tenant.ts";
import { AppError } from "../errors.ts";
import { noId } from "../ids.ts";
import { answer, answerError } from "./answer.ts";
import { once } from "./idempotency.ts";
import { assertOwnOrigin } from "./origin.ts";
import { readJson } from "./read-json.ts";
import { parseInput } from "./parse-input.ts";

/**
 * One REST call. zod in, zod out: the output is always parsed, so nothing that is not declared leaves the house. The same
 * object makes the OpenAPI document and the typed client. `access`: "account" (default; `accountId` is in the path and
 * the actor holds `permission`), "user" (signed in) or "public".
 */
export type RouteDefinition<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Output extends z.ZodType, Access extends AccessName> = {
  summary: string;
  access?: Access;
  permission?: Permission;
  params?: Params;
  query?: Query;
  body?: Body;
  output?: Output;
  /** Of the answer that went well; 200, or 204 without output. */
  status?: number;
  handler: (input: Input<Access> & { params: z.output<Params>; query: z.output<Query>; body: z.output<Body>; request: Request }) => Promise<Output extends z.ZodUndefined ? void : z.input<Output>>;
};

type AccessName = "account" | "user" | "public";
type Input<Access> = Access extends "account" ? { actor: AgentActor; user: SignedIn } : Access extends "user" ? { user: SignedIn } : object;

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
export type Route<Definition = any> = ((request: Request, context: Context) => Promise<Response>) & { definition: Definition };

async function whoAsks(access: AccessName, headers: Headers, params: unknown): Promise<{ user?: SignedIn; actor?: AgentActor }> {
  if (access === "account") return authenticateIn(headers, accountParams.parse(params).accountId);
  return access === "user" ? { user: await authenticate(headers) } : {};
}

/** An id in a path or body: what is no UUID cannot exist, and is answered like an id that does not. */
export const id = z.uuid().catch(noId).meta({ format: "uuid" });
export const accountParams = z.object({ accountId: z.coerce.number().int().positive().max(2_147_483_647).catch(0) });
export const accountAndId = accountParams.extend({ id });

export function defineRoute<Params extends z.ZodType = z.ZodUndefined, Query extends z.ZodType = z.ZodUndefined, Body extends z.ZodType = z.ZodUndefined, Output extends z.ZodType = z.ZodUndefined, Access extends AccessName = "account">(
  definition: RouteDefinition<Params, Query, Body, Output, Access>,
): Route<RouteDefinition<Params, Query, Body, Output, Access>> {
  const access = definition.access ?? "account";

  async function run(request: Request, context: Context): Promise<Response> {
    if (request.method !== "GET") assertOwnOrigin(request);
    const raw = await context.params;
    const { user, actor } = await whoAsks(access, request.headers, raw);
    const locale = user?.locale ?? request.headers.get("accept-language");
    if (definition.permission && !actor?.permissions.has(definition.permission))
      throw new AppError("forbidden", `Your role does not include "${definition.permission}". Ask an administrator.`);

    const params = definition.params ? parseInput(definition.params, raw, locale) : undefined;
    const query = definition.query ? parseInput(definition.query, Object.fromEntries(new URL(request.url).searchParams), locale) : undefined;
    const body = definition.body ? await readJson(request) : undefined;

    const work = async (): Promise<Response> => {
      const parsedBody = definition.body ? parseInput(definition.body, body, locale) : undefined;
      const result = await definition.handler({ actor, user, params, query, body: parsedBody, request } as any);
      if (!definition.output) return new Response(null, { status: definition.status ?? 204 });
      return answer(definition.output.parse(result), definition.status ?? 200);
    };
    if (!actor) return work();
    return inAccount(actor.accountId, () => once(request, actor, body, work));
  }

  const route = async (request: Request, context: Context): Promise<Response> => {
    try {
      return await run(request, context);
    } catch (error) {
      return answerError(error, request);
    }
  };
  return Object.assign(route, { definition });
}
