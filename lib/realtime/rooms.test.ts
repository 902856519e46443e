import { expect, test } from "vitest";
import { canSee as screenCanSee } from "#components/conversations/tab-of.ts";
import type { AgentActor } from "../auth/actor.ts";
import { permissionsOf } from "../auth/permissions.ts";
import { accountRoom, audience, canSee, roomsOf, userRoom, visitorRoom } from "./rooms.ts";

const inboxes = ["i1", "i2"];
const teams = ["t1", "t2"];
const people = ["me", "other"];
const subsets = <T>(items: T[]): T[][] => items.reduce<T[][]>((all, item) => [...all, ...all.map((some) => [...some, item])], [[]]);

/** Every kind of agent and every place a conversation can stand. */
const actors: AgentActor[] = [
  ...[null, ...subsets(inboxes)].flatMap((inboxIds) => subsets(teams).map((teamIds): AgentActor => ({ kind: "agent", accountId: 1, userId: "me", name: "Me", role: "agent", permissions: permissionsOf("agent"), inboxIds, visibleTeamIds: teamIds, teamIds }))),
  { kind: "agent", accountId: 1, userId: "me", name: "Me", role: "administrator", permissions: permissionsOf("administrator"), inboxIds: null, visibleTeamIds: null, teamIds: [] },
];
const places = inboxes.flatMap((inboxId) => [null, ...teams].flatMap((teamId) => [null, ...people].map((assigneeId) => ({ inboxId, teamId, assigneeId, status: "open" as const, archived: false }))));

test("an agent is in a room of a conversation's audience exactly when the rule lets them see it", () => {
  for (const actor of actors) for (const place of places) {
    const rooms = new Set(roomsOf(actor, inboxes));
    expect(audience(1, place).some((room) => rooms.has(room)), JSON.stringify([actor.inboxIds, actor.visibleTeamIds, place])).toBe(canSee(actor, place));
  }
});

test("the screen decides by the same rule as the server", () => {
  for (const actor of actors) for (const place of places) expect(screenCanSee(actor, place)).toBe(canSee(actor, place));
});

test("no room of one account is a room of another", () => {
  const ofAccount = (accountId: number) => new Set([...actors.flatMap((actor) => roomsOf({ ...actor, accountId }, inboxes)), ...places.flatMap((place) => audience(accountId, place)), accountRoom(accountId), userRoom(accountId, "me"), visitorRoom(accountId, "v")]);
  const shared = [...ofAccount(1)].filter((room) => ofAccount(11).has(room));
  expect(shared).toEqual([]);
});
