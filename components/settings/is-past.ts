/** Whether a time (ISO 8601) is over by this browser's clock. */
export function isPast(at: string): boolean {
  return Date.parse(at) <= Date.now();
}
