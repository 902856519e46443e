import sharp from "sharp";
import { logger } from "../logger.ts";
import { storedPath } from "./storage.ts";

const maxPixels = 100_000_000;

/** A small WebP of a picture, made anew from its pixels. Pictures that cannot be read just have none. */
export async function makePreview(accountId: number, id: string): Promise<{ width: number | null; height: number | null; hasPreview: boolean }> {
  const source = storedPath(accountId, id);
  try {
    const image = sharp(source, { limitInputPixels: maxPixels, failOn: "error" }).rotate();
    const info = await image.metadata();
    const turned = (info.orientation ?? 1) >= 5;
    await image.resize({ width: 640, height: 640, fit: "inside", withoutEnlargement: true }).webp({ quality: 78 }).toFile(storedPath(accountId, id, "preview"));
    return { width: (turned ? info.height : info.width) ?? null, height: (turned ? info.width : info.height) ?? null, hasPreview: true };
  } catch (error) {
    logger.info({ err: (error as Error).message, attachmentId: id }, "no preview for this picture");
    return { width: null, height: null, hasPreview: false };
  }
}
