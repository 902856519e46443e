import type { Chance } from "./chance.ts";
import { vocabulary } from "./company.ts";
import { type Scenario, type Turn, tell } from "./scenario.ts";

/** How far a story has come: nobody took it, it is being worked on, or it ended. */
export type Stage = "waiting" | "in-service" | "resolved";
export type InboxKey = "site" | "whatsapp-sales" | "whatsapp-service" | "marketplace";

export type DemoContact = { name: string; phone: string; email: string | null; company: string | null };
export type DemoAgent = { id: string; name: string; teams: string[] };
export type Planned = {
  contact: DemoContact;
  inbox: InboxKey;
  team: string | null;
  labels: string[];
  agent: DemoAgent | null;
  stage: Stage;
  turns: (Turn & { at: Date })[];
};

const minute = 60_000;
const day = 24 * 60 * minute;

/** One story with its people, channel and times; the last turn lies at about `endsAt`. */
export function planConversation(chance: Chance, scenario: Scenario, contact: DemoContact, agents: DemoAgent[], stage: Stage, endsAt: Date): Planned {
  const candidates = agents.filter((agent) => scenario.team && agent.teams.includes(scenario.team));
  // The administrator, whom most people sign in as, has a desk worth looking at.
  const busy = stage === "in-service" && candidates.includes(agents[0]!) && chance.happens(0.4) ? agents[0]! : undefined;
  const agent = stage === "waiting" || candidates.length === 0 ? null : (busy ?? chance.pick(candidates));
  const whole = tell(scenario, chance.pick, blanks(chance, contact, agent ?? chance.pick(agents), endsAt));
  const turns = cut(chance, whole, stage, agent !== null);
  return { contact, agent, stage: agent ? stage : "waiting", inbox: inboxFor(chance, scenario.team), team: scenario.team, labels: stage === "waiting" ? [] : scenario.labels, turns: timed(chance, turns, endsAt) };
}

function cut(chance: Chance, turns: Turn[], stage: Stage, hasAgent: boolean): Turn[] {
  const firstAnswer = turns.findIndex((turn) => turn.by !== "contact");
  const opening = firstAnswer < 0 ? turns : turns.slice(0, firstAnswer);
  if (stage === "waiting" || !hasAgent) return opening;
  if (stage === "resolved") return turns;
  return turns.slice(0, Math.max(opening.length + 1, chance.between(opening.length + 1, turns.length)));
}

function timed(chance: Chance, turns: Turn[], endsAt: Date): Planned["turns"] {
  let at = endsAt.getTime();
  const result: Planned["turns"] = [];
  for (let index = turns.length - 1; index >= 0; index--) {
    result.unshift({ ...turns[index]!, at: new Date(at) });
    const previous = turns[index - 1];
    const changesHands = previous && previous.by !== turns[index]!.by;
    // A reply takes minutes; now and then somebody is away for an hour.
    at -= Math.round((changesHands ? chance.between(40, 420) : chance.between(8, 50)) * 1000 * (chance.happens(0.06) ? 12 : 1));
  }
  return result;
}

function inboxFor(chance: Chance, team: string | null): InboxKey {
  const roll = chance.next();
  if (roll < 0.28) return "site";
  if (roll < 0.34) return "marketplace";
  return team === "Vendas" || (team === null && chance.happens(0.5)) ? "whatsapp-sales" : "whatsapp-service";
}

function blanks(chance: Chance, contact: DemoContact, agent: DemoAgent, at: Date): Record<string, string> {
  const words = contact.name.split(" ");
  const soon = new Date(at.getTime() + chance.between(2, 9) * day);
  return {
    ...Object.fromEntries(Object.entries(vocabulary).map(([name, values]) => [name, chance.pick(values)])),
    nome: words[0] === "Dona" ? words.slice(0, 2).join(" ") : words[0]!,
    sobrenome: words.at(-1)!,
    agente: agent.name.split(" ")[0]!,
    pedido: String(chance.between(41_000, 58_999)),
    data: `${String(soon.getDate()).padStart(2, "0")}/${String(soon.getMonth() + 1).padStart(2, "0")}`,
  };
}
