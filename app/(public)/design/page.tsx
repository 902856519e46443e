import { notFound } from "next/navigation";
import { Gallery } from "#components/ui/gallery.tsx";
import { ClientMessages } from "#lib/i18n/client-messages.tsx";

/** The design system on one page, for whoever works on it. Not served in production. */
export default function DesignPage() {
  if (process.env.NODE_ENV === "production") notFound();
  return <ClientMessages areas={["ui", "errors"]}><Gallery /></ClientMessages>;
}
