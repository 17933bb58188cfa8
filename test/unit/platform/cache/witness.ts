/** Watches a cached number whose source only grows, and tells whether a reading gave less than it had to. */
export interface Witness {
  /** The source: what a computation that begins now has to give, at least. */
  current(): number;
  write(): void;
  /** What is written when an invalidation begins has to be seen by every reading that begins after it has completed. */
  invalidate(run: () => Promise<void>): Promise<void>;
  read(run: () => Promise<number>): Promise<void>;
  /** Readings that gave an old value: what they gave, and the least they had to. */
  readonly violations: readonly string[];
}

export function createWitness(): Witness {
  let written = 0;
  let invalidated = 0;
  const violations: string[] = [];
  return {
    violations,
    current: () => written,
    write: () => {
      written++;
    },
    async invalidate(run) {
      const covered = written;
      await run();
      invalidated = Math.max(invalidated, covered);
    },
    async read(run) {
      const least = invalidated;
      const value = await run();
      if (value < least) violations.push(`${value} instead of ${least} or more`);
    },
  };
}
