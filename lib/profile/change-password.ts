import type { z } from "zod";
import { limit } from "../api/rate-limit.ts";
import type { SignedIn } from "../auth/authenticate.ts";
import { hashPassword, isPassword } from "../auth/password.ts";
import { revokeOtherSessions } from "../auth/sessions.ts";
import { systemQuery } from "../db/system.ts";
import { AppError } from "../errors.ts";
import type { passwordInput } from "./schemas.ts";

/** Everywhere else is signed out; API tokens stay. @throws AppError invalid_input, rate_limited */
export async function changePassword(user: SignedIn, input: z.output<typeof passwordInput>): Promise<void> {
  await limit("sign-in-email", user.email);
  const [row] = await systemQuery<{ password_hash: string }>("select password_hash from users where id = $1", [user.userId]);
  if (!(await isPassword(input.currentPassword, row?.password_hash ?? null)))
    throw new AppError("invalid_input", "The present password is not right.", { details: [{ path: "currentPassword", message: "password_wrong" }] });
  const passwordHash = await hashPassword(input.password);
  await systemQuery("update users set password_hash = $2 where id = $1", [user.userId, passwordHash]);
  await revokeOtherSessions(user.userId, user.via === "session" ? user.credentialId : null);
}
