/** @jsxImportSource preact */
/** The initials of a name, "Ana Souza Lima" → "AL". */
export function Avatar({ name }: { name: string }) {
  const words = name.trim().split(/\s+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => Array.from(word ?? "")[0] ?? "").join("");
  return (
    <span class="avatar" aria-hidden="true">
      {initials.toUpperCase()}
    </span>
  );
}
