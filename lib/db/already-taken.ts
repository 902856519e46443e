import { Prisma } from "#prisma/generated/client.ts";
import { AppError } from "../errors.ts";

/** Runs `write`; a unique index that refuses it becomes a sentence about one field. @throws AppError already_taken */
export async function orAlreadyTaken<T>(path: string, sentence: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      throw new AppError("already_taken", sentence, { details: [{ path, message: "already_taken" }], cause: error });
    throw error;
  }
}
