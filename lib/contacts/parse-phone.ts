import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { AppError } from "../errors.ts";

/**
 * A phone number as people write it, as E.164 with the plus. Without a country code it is read as Brazilian.
 * @throws AppError invalid_input on `phone`
 */
export function parsePhone(text: string | null | undefined): string | null {
  if (!text?.trim()) return null;
  const parsed = parsePhoneNumberFromString(text, "BR");
  if (!parsed?.isPossible())
    throw new AppError("invalid_input", "This is not a phone number. Write it with the area code, for example +55 11 98765-4321.", { details: [{ path: "phone", message: "phone" }] });
  return parsed.number;
}
