import { randomUUID } from "node:crypto";
import { pause } from "./customers.ts";

export type Agent = { url: string; accountId: number; token: string };
/** What agents wrote, per conversation in the order written; one of them at a time writes in a conversation. */
export type Answers = Map<string, { busy: boolean; said: { clientId: string; text: string }[] }>;

/** An agent who answers whoever waits, and sends again with the same client id until the API has said yes. */
export async function answerAsAgent(agent: Agent, answers: Answers, random: () => number, isOver: () => boolean): Promise<void> {
  const base = `${agent.url}/api/accounts/${agent.accountId}`;
  while (!isOver()) {
    const page = await ask(agent, "GET", `${base}/conversations?limit=100`).catch(() => null);
    const conversations: { id: string; contact: { phone: string } }[] = page?.items ?? [];
    const chosen = conversations[Math.floor(random() * conversations.length)];
    const thread = answers.get(chosen?.id ?? "") ?? { busy: false, said: [] };
    if (chosen && !thread.busy) {
      answers.set(chosen.id, thread);
      thread.busy = true;
      const answer = { clientId: randomUUID(), text: `${chosen.contact.phone.slice(1)} out ${thread.said.length + 1}` };
      while (!(await ask(agent, "POST", `${base}/conversations/${chosen.id}/messages`, { content: answer.text, clientId: answer.clientId }).catch(() => null))) await pause(150);
      thread.said.push(answer);
      thread.busy = false;
    }
    await pause(50 + random() * 150);
  }
}

/** The answer's body; throws for anything but a success. */
export async function ask(agent: Agent, method: string, url: string, body?: unknown): Promise<any> {
  const response = await fetch(url, {
    method, headers: { authorization: `Bearer ${agent.token}`, ...(body !== undefined && { "content-type": "application/json" }) }, ...(body !== undefined && { body: JSON.stringify(body) }), signal: AbortSignal.timeout(5_000),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return JSON.parse(text);
}
