import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { Spinner } from "./spinner.tsx";

export const buttonClass = cva(
  "relative inline-flex select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-on-accent shadow-card hover:bg-accent-hover",
        secondary: "border-line-strong bg-surface text-ink shadow-card hover:bg-hover active:bg-pressed",
        ghost: "border-transparent bg-transparent text-ink-soft hover:bg-hover hover:text-ink active:bg-pressed",
        danger: "border-transparent bg-bad text-white shadow-card hover:bg-bad-hover",
        "danger-ghost": "border-transparent bg-transparent text-bad-text hover:bg-bad-soft",
      },
      size: {
        sm: "h-7 px-2.5 text-sm max-md:h-11 max-md:px-3.5",
        md: "h-8 px-3 text-sm max-md:h-11 max-md:px-4",
        lg: "h-10 px-4 text-base max-md:h-12",
      },
      block: { true: "w-full" },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonClass> & {
    /** Draws the only child (a link) as a button. */
    asChild?: boolean;
    /** Shows a spinner over the label and refuses presses; the name stays for screen readers. */
    loading?: boolean;
    /** The second press of a double click does nothing: the first has changed what is under the pointer. */
    once?: boolean;
  };

export function Button({ variant, size, block, asChild, loading, className, children, disabled, type, once, onClick, ...rest }: ButtonProps) {
  const classes = `${buttonClass({ variant, size, block })} ${className ?? ""}`;
  if (asChild) return <Slot.Root className={classes} onClick={onClick} {...rest}>{children}</Slot.Root>;
  return (
    <button type={type ?? "button"} className={classes} disabled={disabled || loading} aria-busy={loading || undefined} onClick={once ? (event) => (event.detail > 1 ? event.preventDefault() : onClick?.(event)) : onClick} {...rest}>
      {loading ? (
        <>
          <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span>
          <span className="absolute inset-0 grid place-items-center"><Spinner /></span>
        </>
      ) : children}
    </button>
  );
}
