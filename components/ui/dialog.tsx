import { Modal, type ModalProps } from "./modal.tsx";

const widths = { sm: "sm:max-w-md", md: "sm:max-w-lg", lg: "sm:max-w-2xl" };

/** A question or a small task over the page. On a phone it rises from the bottom. */
export function Dialog({ size = "md", ...modal }: ModalProps & { size?: keyof typeof widths }) {
  return (
    <Modal
      {...modal}
      className={`max-h-[90dvh] duration-150 max-sm:inset-x-0 max-sm:bottom-0 max-sm:rounded-t-2xl max-sm:slide-in-from-bottom-8 sm:left-1/2 sm:top-[12dvh] sm:max-h-[76dvh] sm:-translate-x-1/2 sm:rounded-xl sm:zoom-in-[0.98] ${widths[size]}`}
    />
  );
}
