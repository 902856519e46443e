"use client";

import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

/** Files may be dropped anywhere on the open conversation. Draws itself over it while files hang above the page. */
export function DropZone({ onFiles }: { onFiles: (files: FileList) => void }) {
  const t = useTranslations("messages");
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const onEnter = (event: DragEvent) => { if (carriesFiles(event)) { depth.current += 1; setOver(true); } };
    const onLeave = (event: DragEvent) => { if (carriesFiles(event) && (depth.current -= 1) <= 0) { depth.current = 0; setOver(false); } };
    const onOver = (event: DragEvent) => { if (carriesFiles(event)) event.preventDefault(); };
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      if (event.dataTransfer?.files.length) take.current(event.dataTransfer.files);
    };
    const pairs = [["dragenter", onEnter], ["dragleave", onLeave], ["dragover", onOver], ["drop", onDrop]] as const;
    for (const [name, listener] of pairs) addEventListener(name, listener as EventListener);
    return () => { for (const [name, listener] of pairs) removeEventListener(name, listener as EventListener); };
  }, []);
  if (!over) return null;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-2 z-30 grid place-items-center rounded-xl border-2 border-dashed border-accent bg-surface/85 backdrop-blur-sm">
      <p className="flex items-center gap-2 text-lg font-semibold text-accent-text"><Upload className="size-5" />{t("dropHere")}</p>
    </div>
  );
}
