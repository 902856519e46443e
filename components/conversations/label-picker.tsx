"use client";

import { Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLabels } from "#components/shell/reference-data.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import type { ConversationView } from "#lib/api-client/views.ts";
import { PickerButton } from "./picker-button.tsx";

type LabelPickerProps = { conversation: ConversationView; onLabels: (labelIds: string[]) => unknown; open: boolean; onOpenChange: (open: boolean) => void };

/** The labels it carries; several at once. */
export function LabelPicker({ conversation, onLabels, open, onOpenChange }: LabelPickerProps) {
  const t = useTranslations("conversations");
  const labels = useLabels();
  const chosen = conversation.labelIds;
  const toggle = (id: string) => onLabels(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <Combobox
      multiple
      open={open}
      onOpenChange={onOpenChange}
      align="end"
      label={t("labels")}
      placeholder={t("findLabel")}
      empty={labels.length ? t("noLabelFound") : t("noLabels")}
      selected={chosen}
      onSelect={toggle}
      options={labels.map((label) => ({ value: label.id, label: label.name, leading: <span aria-hidden className="size-2.5 shrink-0 rounded-full" style={{ background: label.color }} /> }))}
      trigger={
        <PickerButton label={t("labelsCount", { count: chosen.length })} shortcut="L" isSet={chosen.length > 0}>
          <Tag aria-hidden />
          {chosen.length ? <span className="tabular-nums">{chosen.length}</span> : null}
        </PickerButton>
      }
    />
  );
}
