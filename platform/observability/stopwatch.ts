/** Starts to measure; what it gives tells the milliseconds since. Injected, so that tests have their own time. */
export type Stopwatch = () => () => number;

/** By the process's monotonic clock. */
export const stopwatch: Stopwatch = () => {
  const started = performance.now();
  return () => performance.now() - started;
};
