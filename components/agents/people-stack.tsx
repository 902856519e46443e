import { Avatar } from "#components/ui/avatar.tsx";
import type { AgentView } from "#lib/api-client/views.ts";

/** A few faces; how many more. Decorative: say the number beside it. */
export function PeopleStack({ agents, ids, max = 4 }: { agents: readonly AgentView[]; ids: readonly string[]; max?: number }) {
  const people = agents.filter((agent) => ids.includes(agent.id));
  const more = people.length - max;
  return (
    <span aria-hidden className="flex -space-x-1">
      {people.slice(0, max).map((agent) => <Avatar key={agent.id} name={agent.name} src={agent.avatarUrl} size="sm" className="rounded-full ring-2 ring-surface" />)}
      {more > 0 ? <span className="grid size-6 place-items-center rounded-full bg-sunken text-[0.625rem] font-semibold text-ink-soft ring-2 ring-surface">+{more}</span> : null}
    </span>
  );
}
