import { hash, verify } from "@node-rs/argon2";
import { AppError } from "../errors.ts";

/** Argon2id as OWASP's password storage page recommends: 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords that every guessing list starts with, in the length we ask for. */
const known = new Set(["password1234", "123456789012", "1234567890123", "qwertyuiop12", "senha1234567", "administrador", "passwordpassword", "senhasenhasenha", "balcaobalcao", "abcdefghijkl", "111111111111", "000000000000"]);

export const passwordLength = { min: 12, max: 128 };

/** @throws AppError invalid_input when it is too short, too long or well known. */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < passwordLength.min || password.length > passwordLength.max)
    throw new AppError("invalid_input", `A password has ${passwordLength.min} to ${passwordLength.max} characters.`, { details: [{ path: "password", message: "password_length" }] });
  if (known.has(password.toLowerCase()) || new Set(password).size < 4)
    throw new AppError("invalid_input", "This password is on the lists that are tried first. Choose another.", { details: [{ path: "password", message: "password_known" }] });
  return hash(password, cost);
}

let decoy: Promise<string> | undefined;

/** Takes as long for unknown users (`null`) as for known ones. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hash("nobody has this password", cost);
  const correct = await verify(passwordHash ?? (await decoy), password.slice(0, passwordLength.max)).catch(() => false);
  return correct && passwordHash !== null;
}
