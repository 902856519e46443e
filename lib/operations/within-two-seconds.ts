/** Who watches us does not wait for what is away. @throws Error when there is no answer in time */
export async function withinTwoSeconds<T>(work: Promise<T>): Promise<T> {
  return Promise.race([work, new Promise<never>((_, reject) => setTimeout(() => reject(new Error("no answer within 2 s")), 2_000).unref())]);
}
