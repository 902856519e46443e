import { Compass } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default async function NotFound() {
  const t = await getTranslations("ui");
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState icon={<Compass />} title={t("notFoundTitle")} action={<Button asChild variant="primary"><a href="/">{t("goHome")}</a></Button>}>
        {t("notFoundText")}
      </EmptyState>
    </main>
  );
}
