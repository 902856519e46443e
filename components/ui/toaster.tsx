"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { toastWanted } from "./toast.ts";

const Sonner = dynamic(() => import("sonner").then((module) => module.Toaster), { ssr: false });

/** Where toasts appear. Once per page, near the root. */
export function Toaster() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const mount = () => setWanted(true);
    addEventListener(toastWanted, mount, { once: true });
    return () => removeEventListener(toastWanted, mount);
  }, []);
  if (!wanted) return null;
  return (
    <Sonner
      position="bottom-left"
      offset={{ left: 72, bottom: 16 }}
      mobileOffset={{ bottom: 76 }}
      visibleToasts={3}
      style={{ fontFamily: "inherit" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: "flex w-full items-center gap-2.5 rounded-lg bg-[oklch(0.26_0.03_262)] px-3.5 py-2.5 text-base text-white shadow-modal dark:bg-[oklch(0.33_0.03_262)]",
          description: "text-sm text-white/75",
          actionButton: "ml-auto shrink-0 rounded-sm px-2 py-1 text-sm font-semibold text-[oklch(0.85_0.1_85)] hover:bg-white/10",
          icon: "[&_svg]:size-4 shrink-0",
        },
      }}
    />
  );
}
