/** The one place where the code reads the time, so that tests can set it. */
let offsetMs = 0;

export const clock = {
  now: (): Date => new Date(Date.now() + offsetMs),
  /** Tests only: moves the clock by this many milliseconds, or back to real time with 0. */
  shift: (ms: number): void => {
    offsetMs = ms;
  },
};
