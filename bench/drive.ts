import { type HttpAnswer, HttpConnection } from "./http-connection.ts";

export type Request = { method?: string; path: string; headers?: Record<string, string>; body?: string };
/** Milliseconds each request took, and how long the whole took. */
export type Driven = { latencies: number[]; seconds: number; perSecond: number };

type Options = { baseUrl: string; connections: number; seconds: number; next: (n: number) => Request; onAnswer?: (answer: HttpAnswer, n: number) => void };

/** Each connection asks again as soon as it is answered. @throws Error at the first answer that is not 2xx */
export async function driveClosed({ baseUrl, connections, seconds, next, onAnswer }: Options): Promise<Driven> {
  const clients = await Promise.all(Array.from({ length: connections }, () => HttpConnection.open(baseUrl)));
  const latencies: number[] = [];
  let n = 0;
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(clients.map(async (client) => {
    while (performance.now() < until) {
      const number = n++;
      const begun = performance.now();
      const answer = await ask(client, next(number));
      onAnswer?.(answer, number);
      latencies.push(performance.now() - begun);
    }
    client.close();
  }));
  const took = (performance.now() - started) / 1000;
  return { latencies, seconds: took, perSecond: latencies.length / took };
}

/** `perSecond` requests at even distances whatever the answers do; latency counts from when a request was due. */
export async function driveAtRate({ baseUrl, connections, seconds, next, onAnswer, perSecond }: Options & { perSecond: number }): Promise<Driven> {
  const free = await Promise.all(Array.from({ length: connections }, () => HttpConnection.open(baseUrl)));
  const all = [...free];
  const waiting: ((client: HttpConnection) => void)[] = [];
  const latencies: number[] = [];
  const started = performance.now();
  const total = Math.round(perSecond * seconds);
  const sent: Promise<void>[] = [];
  const one = async (number: number) => {
    const due = started + (number * 1000) / perSecond;
    const client = free.pop() ?? (await new Promise<HttpConnection>((resolve) => waiting.push(resolve)));
    const answer = await ask(client, next(number));
    onAnswer?.(answer, number);
    latencies.push(performance.now() - due);
    const heir = waiting.shift();
    if (heir) heir(client);
    else free.push(client);
  };
  for (let number = 0; number < total; ) {
    const due = Math.floor(((performance.now() - started) * perSecond) / 1000) + 1;
    while (number < Math.min(due, total)) sent.push(one(number++));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(sent);
  for (const client of all) client.close();
  const took = (performance.now() - started) / 1000;
  return { latencies, seconds: took, perSecond: total / took };
}

async function ask(client: HttpConnection, request: Request): Promise<HttpAnswer> {
  const answer = await client.send(request.method ?? "GET", request.path, request.headers, request.body);
  if (answer.status < 200 || answer.status > 299) throw new Error(`${request.method ?? "GET"} ${request.path} was answered ${answer.status}: ${answer.body.slice(0, 300)}`);
  return answer;
}
