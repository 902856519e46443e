import { ApiError } from "./api-error.ts";
import type { ErrorCode } from "../errors.ts";
import { errorStatus } from "../errors.ts";

/**
 * Opens a session by e-mail and password: next-auth's credentials door, without its browser package.
 * @throws ApiError with the code of the refusal (invalid_credentials, rate_limited, …)
 */
export async function signIn(email: string, password: string): Promise<void> {
  const answer = await post("/api/auth/callback/credentials", { email, password });
  const code = errorCode(answer.url);
  if (code) throw new ApiError(code, errorStatus[code], "Sign-in was refused.");
}

/** Ends this browser's session. @throws ApiError */
export async function signOut(): Promise<void> {
  await post("/api/auth/signout", {});
}

async function post(path: string, fields: Record<string, string>): Promise<{ url: string }> {
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...fields, csrfToken, callbackUrl: location.origin, json: "true" }),
    });
    return (await response.json()) as { url: string };
  } catch {
    throw new ApiError("offline", 0, "The server could not be reached.");
  }
}

function errorCode(url: string): ErrorCode | null {
  const error = new URL(url, location.origin).searchParams.get("error");
  if (!error) return null;
  return error in errorStatus ? (error as ErrorCode) : "invalid_credentials";
}
