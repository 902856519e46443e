import { answer } from "#lib/api/answer.ts";
import { loadRoutes } from "#lib/api/load-routes.ts";
import { openApiDocument } from "#lib/api/openapi.ts";

let document: unknown;

/** The API described, from the same objects that serve it. */
export async function GET(): Promise<Response> {
  document ??= openApiDocument(await loadRoutes());
  return answer(document, 200, { "access-control-allow-origin": "*" });
}
