export type Connection = "connecting" | "live" | "lost";
export type Typist = { kind: "agent" | "contact"; id: string; name: string };
export type RealtimeState = {
  connection: Connection;
  /** Ids of the agents who are online now. */
  online: ReadonlySet<string>;
  /** Who is typing in which conversation. */
  typing: ReadonlyMap<string, readonly Typist[]>;
  /** Other agents who have a conversation open. */
  viewing: ReadonlyMap<string, readonly Typist[]>;
};

/** How long someone counts as typing without a further sign. */
export const typingMilliseconds = 6000;

/** What sockets say about people and the line itself. Passing: never kept, never cached. */
export class RealtimeStore {
  state: RealtimeState = { connection: "connecting", online: new Set(), typing: new Map(), viewing: new Map() };
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(change: Partial<RealtimeState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }

  setTyping(conversationId: string, by: Typist, on: boolean): void {
    const key = `${conversationId} ${by.kind} ${by.id}`;
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    if (on) this.#timers.set(key, setTimeout(() => this.setTyping(conversationId, by, false), typingMilliseconds));
    this.set({ typing: change(this.state.typing, conversationId, by, on) });
  }

  setViewing(conversationId: string, by: Typist, on: boolean): void {
    this.set({ viewing: change(this.state.viewing, conversationId, by, on) });
  }
}

type People = ReadonlyMap<string, readonly Typist[]>;

function change(people: People, conversationId: string, by: Typist, on: boolean): People {
  const known = people.get(conversationId) ?? [];
  const others = known.filter((each) => each.id !== by.id || each.kind !== by.kind);
  if (!on && others.length === known.length) return people;
  const next = new Map(people);
  if (on || others.length) next.set(conversationId, on ? [...others, by] : others);
  else next.delete(conversationId);
  return next;
}
