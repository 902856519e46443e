"use client";

import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { Spinner } from "./spinner.tsx";
import { Tooltip } from "./tooltip.tsx";

const iconButtonClass = cva(
  "inline-grid shrink-0 place-items-center rounded-md border transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-45 [&_svg]:size-[1.05rem] max-md:[&_svg]:size-5",
  {
    variants: {
      variant: {
        ghost: "border-transparent text-ink-faint hover:bg-hover hover:text-ink active:bg-pressed aria-pressed:bg-accent-soft aria-pressed:text-accent-text data-[state=open]:bg-hover data-[state=open]:text-ink",
        secondary: "border-line-strong bg-surface text-ink-soft shadow-card hover:bg-hover hover:text-ink",
        primary: "border-transparent bg-accent text-on-accent shadow-card hover:bg-accent-hover",
        danger: "border-transparent text-ink-faint hover:bg-bad-soft hover:text-bad-text",
      },
      size: { xs: "size-6 max-md:size-11", sm: "size-7 max-md:size-11", md: "size-8 max-md:size-11" },
    },
    defaultVariants: { variant: "ghost", size: "md" },
  },
);

export type IconButtonProps = ComponentProps<"button"> &
  VariantProps<typeof iconButtonClass> & {
    /** What it does: its accessible name and its tooltip. */
    label: string;
    shortcut?: string;
    side?: "top" | "right" | "bottom" | "left";
    loading?: boolean;
  };

/** A button that shows an icon only. */
export function IconButton({ label, shortcut, side, variant, size, loading, className, children, disabled, type, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut} side={side}>
      <button
        type={type ?? "button"}
        aria-label={label}
        aria-keyshortcuts={shortcut}
        aria-busy={loading || undefined}
        disabled={disabled || loading}
        className={`${iconButtonClass({ variant, size })} ${className ?? ""}`}
        {...rest}
      >
        {loading ? <Spinner /> : children}
      </button>
    </Tooltip>
  );
}
