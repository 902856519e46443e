import { z } from "zod";
import { parseInput } from "../api/parse-input.ts";
import { type ChannelType, channelTypes } from "../channels/adapter.ts";
import { adapterOf } from "../channels/registry.ts";

const anyChannel = z.object({ type: z.enum(channelTypes) }).catchall(z.any());

/**
 * A channel as it was sent, by its own adapter's schema. `path`: where it lay in the body, for the details by field.
 * @throws AppError invalid_input
 */
export function parseChannel(channel: unknown, options: { path?: string; locale?: string | null } = {}): { type: ChannelType; config: Record<string, any> } {
  const steps = (options.path ?? "channel").split(".");
  const wrap = (value: unknown) => steps.reduceRight((inner, step) => ({ [step]: inner }), value);
  const nest = (schema: z.ZodType) => steps.reduceRight<z.ZodType>((inner, step) => z.object({ [step]: inner }), schema);
  const unwrap = (value: unknown) => steps.reduce<any>((outer, step) => outer[step], value);
  const { type, ...config } = unwrap(parseInput(nest(anyChannel), wrap(channel), options.locale)) as z.output<typeof anyChannel>;
  return { type, config: unwrap(parseInput(nest(adapterOf(type).config), wrap(config), options.locale)) };
}
