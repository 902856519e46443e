import { DoorClosed } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { SignOutButton } from "#components/shell/sign-out-button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** For a user whom every account has let go. */
export default async function NoAccountPage() {
  const t = await getTranslations("auth");
  return <EmptyState icon={<DoorClosed />} title={t("noAccount")} action={<SignOutButton label={t("signOut")} />} className="!p-0">{t("noAccountText")}</EmptyState>;
}
