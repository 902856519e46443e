"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { signOut } from "#lib/api-client/sign-in.ts";

export function SignOutButton({ label }: { label: string }) {
  const [busy, setBusy] = useState(false);
  return <Button loading={busy} onClick={() => { setBusy(true); void signOut().finally(() => location.assign("/sign-in")); }}>{label}</Button>;
}
