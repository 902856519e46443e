import { v7 } from "uuid";
import { createAccount } from "#lib/accounts/create-account.ts";
import { systemQuery } from "#lib/db/system.ts";
import { inAccount, transaction } from "#lib/db/tenant.ts";
import { env } from "#lib/env.ts";
import { createInbox } from "#lib/inboxes/create-inbox.ts";
import { addUser } from "#lib/operations/add-user.ts";
import { demoAdministrator, demoPassword } from "#lib/operations/demo-sign-in.ts";
import { addDemoFiles } from "./add-demo-files.ts";
import { Chance } from "./chance.ts";
import { company, labels, people } from "./company.ts";
import { type ConversationRows, conversationRows, type SeedContext, sourceId } from "./conversation-rows.ts";
import { insertRows } from "./insert-rows.ts";
import { planHistory } from "./plan-company-history.ts";
import type { DemoAgent, InboxKey, Planned } from "./plan-conversations.ts";
import { teamNames } from "./scenario.ts";

/** Makes the demo company, unless it is there. @returns a line for the terminal, empty when there was nothing to do */
export async function seedDemo(): Promise<string> {
  const known = await systemQuery("select 1 from users where email = $1", [demoAdministrator]);
  if (known.length > 0) return "";
  const [marina, ...others] = people;
  const { accountId, userId } = await createAccount({ ...company, administrator: { name: marina!.name, email: marina!.email, password: demoPassword } });
  const agents: DemoAgent[] = [{ id: userId, name: marina!.name, teams: marina!.teams }];
  for (const person of others) {
    const { id } = await addUser(accountId, { email: person.email, name: person.name, role: person.role, password: demoPassword });
    agents.push({ id, name: person.name, teams: person.teams });
  }
  return inAccount(accountId, async () => {
    const context = await furnish(accountId, agents);
    const stories = planHistory(new Chance(20261122), agents, new Date());
    const told = await tellStories(context, stories);
    await addDemoFiles(accountId, told);
    return `demo company “${company.name}”: ${agents.length} agents, ${stories.length} conversations`;
  });
}

/** Sectors, labels and inboxes. */
async function furnish(accountId: number, agents: DemoAgent[]): Promise<SeedContext> {
  const teamIds = new Map(teamNames.map((name) => [name as string, v7()]));
  const labelIds = new Map(Object.keys(labels).map((name) => [name, v7()]));
  const now = new Date();
  await transaction(async (tx) => {
    for (const [index, person] of people.entries()) {
      await tx.membership.update({ where: { accountId_userId: { accountId, userId: agents[index]!.id } }, data: { availability: person.availability } });
    }
    await insertRows(tx, "teams", [...teamIds].map(([name, id]) => ({ account_id: accountId, id, name, created_at: now })));
    await insertRows(tx, "team_members", agents.flatMap((agent) => agent.teams.map((team) => ({ account_id: accountId, team_id: teamIds.get(team), user_id: agent.id }))));
    await insertRows(tx, "labels", [...labelIds].map(([name, id]) => ({ account_id: accountId, id, name, ...{ color: labels[name]!.color, description: labels[name]!.description }, show_in_sidebar: true, created_at: now })));
  });
  return { accountId, teamIds, labelIds, inboxIds: await connectInboxes(accountId), contactIds: new Map(), contactInboxIds: new Map() };
}

async function connectInboxes(accountId: number): Promise<Record<InboxKey, string>> {
  const actor = { kind: "system", accountId } as const;
  const graphUrl = env().DEMO_PROVIDERS_URL;
  const number = (phoneNumberId: string) => ({
    type: "whatsapp" as const, phoneNumberId, businessAccountId: "100000000000001", accessToken: `demo-token-${phoneNumberId}`, appSecret: `demo-secret-${phoneNumberId}`, verifyToken: `demo-verify-${phoneNumberId}`,
    ...(graphUrl && { graphUrl }),
  });
  const make = async (name: string, channel: Parameters<typeof createInbox>[1]["channel"]) => (await createInbox(actor, { name, channel })).id;
  return {
    "site": await make("Chat do site", { type: "widget", welcomeTitle: "Oi! Aqui é da Casa Alegria 💛", welcomeText: "Conte o que você procura: respondemos em poucos minutos.", color: "#0f6e56" }),
    "whatsapp-sales": await make("WhatsApp Vendas", number("551140001001")),
    "whatsapp-service": await make("WhatsApp Atendimento", number("551140001002")),
    "marketplace": await make("Marketplace", { type: "api", ...(graphUrl && { webhookUrl: `${graphUrl}/fake/receivers/marketplace` }) }),
  };
}

async function tellStories(context: SeedContext, stories: Planned[]): Promise<ConversationRows[]> {
  const { accountId } = context;
  const chance = new Chance(7);
  const { contacts, contactInboxes } = contactRows(context, stories);
  const told = stories.map((story, index) => conversationRows(chance, story, index + 1, context));
  await transaction(async (tx) => {
    await insertRows(tx, "contacts", contacts);
    await insertRows(tx, "contact_inboxes", contactInboxes);
    await insertRows(tx, "conversations", told.map((each) => each.conversation));
    await insertRows(tx, "messages", told.flatMap((each) => each.messages));
    await insertRows(tx, "conversation_labels", told.flatMap((each) => each.labels));
    await tx.account.update({ where: { id: accountId }, data: { nextDisplayId: told.length + 1 }, select: { id: true } });
  });
  return told;
}

/** Everyone who appears, once, and their address on each channel they wrote on. */
function contactRows(context: SeedContext, stories: Planned[]): { contacts: Record<string, unknown>[]; contactInboxes: Record<string, unknown>[] } {
  const { accountId } = context;
  const contacts = new Map<string, Record<string, unknown>>();
  const contactInboxes: Record<string, unknown>[] = [];
  for (const story of stories) {
    const { contact, inbox } = story;
    const first = story.turns[0]!.at;
    if (!contacts.has(contact.phone)) {
      const id = v7({ msecs: first.getTime() });
      context.contactIds.set(contact.phone, id);
      contacts.set(contact.phone, { account_id: accountId, id, name: contact.name, phone: contact.phone, email: contact.email, company: contact.company, created_at: first });
    }
    const key = `${inbox} ${contact.phone}`;
    if (context.contactInboxIds.has(key)) continue;
    const id = v7({ msecs: first.getTime() });
    context.contactInboxIds.set(key, id);
    contactInboxes.push({ account_id: accountId, id, contact_id: context.contactIds.get(contact.phone), inbox_id: context.inboxIds[inbox], source_id: sourceId(inbox, contact.phone), verified: false, created_at: first });
  }
  return { contacts: [...contacts.values()], contactInboxes };
}
