import { Modal, type ModalProps } from "./modal.tsx";

/** A longer task beside the page; fills the screen of a phone. */
export function Sheet(modal: ModalProps) {
  return <Modal {...modal} className="inset-y-0 right-0 duration-200 slide-in-from-right-8 max-sm:pt-[env(safe-area-inset-top)] sm:max-w-md" />;
}
