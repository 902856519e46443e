import { colorIndex, initials } from "./initials.ts";

const sizes = { xs: "size-5 text-[0.5625rem]", sm: "size-6 text-[0.625rem]", md: "size-8 text-xs", lg: "size-9 text-sm", xl: "size-14 text-lg" };
const dots = { online: "bg-good", busy: "bg-warn", offline: "bg-control-line" };

/** Twelve hues of one lightness: quiet side by side, and told apart. */
function paint(name: string): { backgroundColor: string; color: string } {
  const hue = colorIndex(name, 12) * 30 + 12;
  return { backgroundColor: `light-dark(oklch(0.9 0.05 ${hue}), oklch(0.37 0.06 ${hue}))`, color: `light-dark(oklch(0.37 0.09 ${hue}), oklch(0.9 0.06 ${hue}))` };
}

type AvatarProps = { name: string; src?: string | null; size?: keyof typeof sizes; presence?: keyof typeof dots; className?: string };

/** A person's picture or initials. Decorative: the name stands beside it. */
export function Avatar({ name, src, size = "md", presence, className }: AvatarProps) {
  return (
    <span aria-hidden className={`relative inline-flex shrink-0 ${className ?? ""}`}>
      <span className={`grid place-items-center overflow-hidden rounded-full font-semibold leading-none tracking-tight ${sizes[size]}`} style={paint(name)}>
        {src ? <img src={src} alt="" loading="lazy" className="size-full object-cover" /> : initials(name)}
      </span>
      {presence ? <span className={`absolute -bottom-px -right-px size-2.5 rounded-full ring-2 ring-surface ${dots[presence]}`} /> : null}
    </span>
  );
}
