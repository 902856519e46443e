"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useStored } from "#components/hooks/use-stored.ts";
import { DropdownMenu, DropdownMenuContent, DropdownMenuLabel, DropdownMenuRadioGroup, DropdownMenuRadioItem, DropdownMenuTrigger } from "#components/ui/dropdown-menu.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";

/** Where this browser keeps which key sends. */
export const sendKeyStore = "balcao.send-key";

/** Which key sends: Enter, or Ctrl+Enter for those who write long. */
export function SendKeyMenu() {
  const t = useTranslations("messages");
  const [sendKey, setSendKey] = useStored<"enter" | "control">(sendKeyStore, "enter");
  return (
    <span className="max-md:hidden">
      <DropdownMenu>
        <DropdownMenuTrigger><IconButton label={t("sendKey")} size="sm" side="top"><ChevronDown aria-hidden /></IconButton></DropdownMenuTrigger>
        <DropdownMenuContent align="end" side="top">
          <DropdownMenuLabel>{t("sendKey")}</DropdownMenuLabel>
          <DropdownMenuRadioGroup value={sendKey} onValueChange={(value) => setSendKey(value as "enter" | "control")}>
            <DropdownMenuRadioItem value="enter">{t("enterSends")}</DropdownMenuRadioItem>
            <DropdownMenuRadioItem value="control">{t("controlSends")}</DropdownMenuRadioItem>
          </DropdownMenuRadioGroup>
        </DropdownMenuContent>
      </DropdownMenu>
    </span>
  );
}
