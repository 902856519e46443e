import { answer } from "#lib/api/answer.ts";
import { checkHealth } from "#lib/operations/check-health.ts";

/** 200 when everything this process stands on answers, 503 otherwise; for balancers and people. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return answer(health, health.status === "ok" ? 200 : 503);
}
