/** Errors as the Graph API writes them. https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes */
export class GraphFailure extends Error {
  readonly status: number;
  readonly code: number;
  readonly details: string;
  readonly subcode: number | undefined;

  constructor(status: number, code: number, message: string, details = message, subcode?: number) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
    this.subcode = subcode;
  }

  body(): object {
    const prefixed = this.code === 190 || this.message.startsWith("(#") || this.message.startsWith("Unsupported") ? this.message : `(#${this.code}) ${this.message}`;
    const isMessaging = this.code >= 130_000;
    return {
      error: {
        message: prefixed, type: "OAuthException", code: this.code, ...(this.subcode && { error_subcode: this.subcode }),
        ...(isMessaging && { error_data: { messaging_product: "whatsapp", details: this.details } }), fbtrace_id: "AFakeGraphTrace00000000",
      },
    };
  }
}

const known: Record<number, [status: number, title: string]> = {
  1: [400, "API Unknown"], 2: [503, "API Service"], 4: [400, "API Too Many Calls"], 10: [403, "Permission Denied"], 100: [400, "Invalid parameter"],
  190: [401, "Error validating access token: Session has expired."], 200: [403, "Permissions error"], 368: [403, "Temporarily blocked for policies violations"],
  80007: [400, "Rate limit issues"], 130429: [429, "Rate limit hit"], 130472: [400, "User's number is part of an experiment"], 131000: [500, "Something went wrong"],
  131005: [403, "Access denied"], 131008: [400, "Required parameter is missing"], 131009: [400, "Parameter value is not valid"], 131016: [500, "Service unavailable"],
  131021: [400, "Recipient cannot be sender"], 131026: [400, "Message undeliverable"], 131030: [400, "Recipient phone number not in allowed list"],
  131031: [403, "Account has been locked"], 131042: [400, "Business eligibility payment issue"], 131045: [500, "Incorrect certificate"],
  131047: [400, "Re-engagement message"], 131048: [400, "Spam rate limit hit"], 131049: [400, "This message was not delivered to maintain healthy ecosystem engagement."],
  131050: [400, "User has stopped receiving marketing messages"], 131051: [400, "Unsupported message type"], 131052: [400, "Media download error"],
  131053: [400, "Media upload error"], 131056: [400, "(Business Account, Consumer Account) pair rate limit hit"], 131057: [500, "Account in maintenance mode"],
  132000: [400, "Number of parameters does not match the expected number of params"], 132001: [404, "Template name does not exist in the translation"],
  133004: [503, "Server Temporarily Unavailable"], 133010: [400, "Phone number not registered"],
};

export function errorOf(code: number, status?: number, message?: string): GraphFailure {
  const [usual, title] = known[code] ?? [400, "Unknown error"];
  return new GraphFailure(status ?? usual, code, message ?? title);
}
export const titleOf = (code: number) => known[code]?.[1] ?? "Unknown error";

export const required = (name: string) => new GraphFailure(400, 100, `The parameter ${name} is required.`);
export const unexpected = (key: string, on: string) => new GraphFailure(400, 100, `Unexpected key "${key}" on param "${on}".`);
export const tooLong = (name: string, limit: number) => new GraphFailure(400, 100, `Param ${name} must be at most ${limit} characters long.`);
export const invalid = (details: string) => new GraphFailure(400, 131009, "Parameter value is not valid", details);
export const noToken = () => new GraphFailure(401, 190, "Invalid OAuth access token - Cannot parse access token");
export const noObject = (method: string, id: string) => new GraphFailure(400, 100,
  `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`, undefined, 33);
