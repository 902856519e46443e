import type { Chance } from "./chance.ts";
import { companies, dialCodes, firstNames, lastNames } from "./company.ts";
import { type DemoAgent, type DemoContact, planConversation, type Planned, type Stage } from "./plan-conversations.ts";
import { afterSales } from "./scenarios/after-sales.ts";
import { deliveryAndBilling } from "./scenarios/delivery-billing.ts";
import type { Scenario } from "./scenario.ts";
import { sales } from "./scenarios/sales.ts";

const all = [...sales, ...afterSales, ...deliveryAndBilling];
const isAnswered = (scenario: Scenario) => /^(\+\S+ )?a /m.test(scenario.script);
/** Stories with an agent in them, and first words that nobody has answered yet. */
const scenarios = all.filter(isAnswered);
const openings = all.filter((scenario) => !isAnswered(scenario));
const hour = 60 * 60_000;

/** Stories of the last four weeks, the oldest first: most ended, some in work, a queue that waits. */
export function planHistory(chance: Chance, agents: DemoAgent[], now: Date, sizes = { waiting: 16, inService: 46, resolved: 250 }): Planned[] {
  const contacts = Array.from({ length: 210 }, () => makeContact(chance));
  const told = [...scenarios];
  const stories: Planned[] = [];
  const open = sizes.waiting + sizes.inService;
  const add = (stage: Stage, endsAt: Date) => {
    // Nobody has two conversations at once: those of the first contacts are open now, and only old stories are theirs too.
    const isOld = now.getTime() - endsAt.getTime() > 60 * hour;
    const contact = stage === "resolved" ? chance.pick(isOld ? contacts : contacts.slice(open)) : contacts[stories.length]!;
    // Every story once before any is told again.
    if (told.length === 0) told.push(...scenarios);
    const scenario = stage === "waiting" && chance.happens(0.4) ? chance.pick(openings) : told.splice(chance.between(0, told.length - 1), 1)[0]!;
    stories.push(planConversation(chance, scenario, contact, agents, stage, endsAt));
  };
  for (let index = 0; index < sizes.waiting; index++) add("waiting", new Date(now.getTime() - Math.round(chance.between(1, 30) * 60_000 * (1 + index * 0.7))));
  for (let index = 0; index < sizes.inService; index++) add("in-service", new Date(now.getTime() - Math.round((index / sizes.inService) ** 2 * 50 * hour + chance.between(1, 25) * 60_000)));
  for (let index = 0; index < sizes.resolved; index++) add("resolved", atWork(chance, new Date(now.getTime() - (3 + (index / sizes.resolved) * 25 * 24) * hour)));
  return stories.sort((a, b) => a.turns[0]!.at.getTime() - b.turns[0]!.at.getTime());
}

/** Moves an instant into the shop's hours, 8 h to 20 h in São Paulo (UTC−3). */
function atWork(chance: Chance, instant: Date): Date {
  const moved = new Date(instant);
  moved.setUTCHours(chance.between(11, 22), chance.between(0, 59), chance.between(0, 59));
  return moved < instant ? moved : new Date(moved.getTime() - 24 * hour);
}

function makeContact(chance: Chance): DemoContact {
  const name = `${chance.pick(firstNames)} ${chance.pick(lastNames)}`;
  const plain = name.normalize("NFD").replaceAll(/[̀-ͯ]/g, "").toLowerCase().split(" ");
  return {
    name,
    phone: `+55${chance.pick(dialCodes)}9${chance.between(61_000_000, 99_999_999)}`,
    email: chance.happens(0.55) ? `${plain[0]}.${plain.at(-1)}${chance.between(1, 99)}@exemplo.example` : null,
    company: chance.happens(0.1) ? chance.pick(companies) : null,
  };
}
