import type { GraphServer } from "#tests/fakes/graph-server.ts";
import { wrongNumbers } from "#tests/contract/kept-numbers.ts";
import type { Answers } from "./agents.ts";
import type { Customer } from "./customers.ts";
import type { Screen } from "./screen.ts";
import type { Stack } from "./stack.ts";

export type Finding = { promise: string; broken: unknown[] };
export type Tally = { received: number; accepted: number; sent: number; unknown: number };

type Row = { id: string; conversation_id: string; seq: number; type: string; content: string; status: string | null; client_id: string | null };

/** Everything that was promised, against everything that is there now. */
export async function verify(stack: Stack, graph: GraphServer, customers: Customer[], answers: Answers, screen: Screen): Promise<{ findings: Finding[]; tally: Tally }> {
  const { rows } = await stack.owner.query<Row>("select id, conversation_id, seq, type, content, status, client_id from messages where type in ('incoming', 'outgoing') order by conversation_id, seq");
  const incoming = Map.groupBy(rows.filter((row) => row.type === "incoming"), (row) => row.content.split(" ")[0]!);
  const outgoing = rows.filter((row) => row.type === "outgoing");
  const atProvider = [...graph.world.entries.values()].filter((entry) => entry.from === "business");
  const arrivals = Map.groupBy(atProvider, (entry) => entry.callbackData);
  const numberOf = (text: string) => Number(text.split(" ").at(-1));
  const texts = (waId: string) => (incoming.get(waId) ?? []).map((row) => row.content);

  const findings: Finding[] = [
    { promise: "every acknowledged message of a customer is there", broken: customers.flatMap((customer) => customer.acknowledged.filter((text) => !texts(customer.waId).includes(text))) },
    { promise: "none of them is there twice", broken: customers.flatMap((customer) => repeated(texts(customer.waId))) },
    { promise: "each customer's messages stand in the order they were written", broken: customers.filter((customer) => !isGrowing(texts(customer.waId).map(numberOf))).map((customer) => ({ waId: customer.waId, order: texts(customer.waId).map(numberOf) })) },
    { promise: "each customer has one conversation", broken: [...incoming].filter(([, of]) => new Set(of.map((row) => row.conversation_id)).size !== 1).map(([waId]) => waId) },
    { promise: "every answer that the API took is there once", broken: [...answers].flatMap(([id, { said }]) => said.filter(({ clientId }) => outgoing.filter((row) => row.conversation_id === id && row.client_id === clientId).length !== 1)) },
    { promise: "no answer reached the provider twice", broken: [...repeated(atProvider.map((entry) => `${entry.personId} ${entry.text}`)), ...[...arrivals].filter(([id, entries]) => !id || entries.length > 1).map(([id]) => id)] },
    { promise: "every answer reached the provider, or is marked as failed for the agent to decide", broken: outgoing.filter((row) => !arrivals.has(row.id) && !["unknown", "failed"].includes(row.status!)) },
    { promise: "what reached the provider has its last tick", broken: outgoing.filter((row) => arrivals.has(row.id) && row.status !== "read") },
    { promise: "each conversation's answers reached the provider in their order", broken: [...Map.groupBy(atProvider, (entry) => entry.personId)].filter(([, entries]) => !isGrowing(entries.map((entry) => numberOf(entry.text)))).map(([person, entries]) => ({ person, order: entries.map((entry) => numberOf(entry.text)) })) },
    { promise: "nothing is owed any more", broken: (await stack.owner.query(owed)).rows },
    { promise: "every kept number agrees with what it is made of", broken: Object.entries(await wrongNumbers()) },
    { promise: "an open screen knows every message", broken: rows.filter((row) => !screen.messages.has(row.id)).map((row) => row.id) },
    { promise: "an open screen was told of no message twice", broken: [...screen.messages].filter(([, times]) => times > 1) },
  ];
  const unknown = outgoing.filter((row) => row.status === "unknown").length;
  return { findings, tally: { received: rows.length - outgoing.length, accepted: outgoing.length, sent: atProvider.length, unknown } };
}

export const owed = `
  select 'inbound' as what, count(*)::int as n from inbound_events where processed_at is null having count(*) > 0
  union all select 'inbound with errors', count(*)::int from inbound_events where processed_at is not null and error is not null having count(*) > 0
  union all select 'outgoing', count(*)::int from messages where status in ('queued', 'sending') having count(*) > 0
  union all select 'events', count(*)::int from events where seq is null having count(*) > 0
  union all select 'tasks', count(*)::int from event_tasks having count(*) > 0
  union all select 'early events', count(*)::int from early_events having count(*) > 0`;

function repeated<T>(items: T[]): T[] {
  return items.filter((item, at) => items.indexOf(item) !== at);
}

function isGrowing(numbers: number[]): boolean {
  return numbers.every((n, at) => at === 0 || n > numbers[at - 1]!);
}
