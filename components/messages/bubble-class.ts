const looks = {
  in: "bg-bubble-in border-bubble-in-line",
  out: "bg-bubble-out border-bubble-out-line",
  note: "bg-note border-note-line border-dashed",
};

/** A bubble's look; the corner at its sender's side is tight within a run. */
export function bubbleClass(kind: "in" | "out" | "note", first: boolean, last: boolean): string {
  const incoming = kind === "in";
  const corners = incoming ? `${first ? "" : "rounded-tl-xs"} ${last ? "" : "rounded-bl-xs"}` : `${first ? "" : "rounded-tr-xs"} ${last ? "" : "rounded-br-xs"}`;
  return `min-w-0 max-w-full rounded-xl border px-3 py-1.5 text-base text-ink ${looks[kind]} ${corners}`;
}
