import { boot } from "./boot.ts";

/** "1,4 MB" in the visitor's way of writing numbers. */
export function fileSize(bytes: number): string {
  const unit = bytes >= 1024 * 1024 ? "megabyte" : "kilobyte";
  const value = bytes / (unit === "megabyte" ? 1024 * 1024 : 1024);
  return new Intl.NumberFormat(boot.locale, { style: "unit", unit, maximumFractionDigits: value < 10 && unit === "megabyte" ? 1 : 0 }).format(Math.max(value, 1));
}
