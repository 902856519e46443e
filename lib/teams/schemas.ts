import { z } from "zod";

export const teamView = z.object({ id: z.string(), name: z.string(), memberIds: z.array(z.string()) });
export type TeamView = z.output<typeof teamView>;
export const newTeamInput = z.object({ name: z.string().trim().min(1).max(80), memberIds: z.array(z.uuid()).max(1000).default([]) });
export const teamPatch = z.object({ name: z.string().trim().min(1).max(80), memberIds: z.array(z.uuid()).max(1000) }).partial();
