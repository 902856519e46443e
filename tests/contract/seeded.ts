/** Numbers from 0 to 1 that follow from a seed (mulberry32), so that a failure can be had again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same for every run, so that a red one is about the change; BALCAO_SEED=… looks elsewhere. */
export function seedOfRun(): number {
  return Number(process.env.BALCAO_SEED ?? 20261122);
}
