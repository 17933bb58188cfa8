import { DomainError } from '../errors/domain-error.ts';
import { busy } from '../errors/kinds.ts';

export interface WorkQueueLimits {
  /** How much runs at once. */
  readonly atOnce: number;
  /** How much more may wait. */
  readonly waiting: number;
}

/** Runs work in the order it came, some of it at once. */
export interface WorkQueue {
  /** @throws DomainError `busy` where too much waits already: nothing has been done then */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

const RETRY_AFTER = { 'retry-after': '1' };

export function createWorkQueue({ atOnce, waiting: mostWaiting }: WorkQueueLimits): WorkQueue {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    async run(work) {
      if (running >= atOnce) {
        if (waiting.length >= mostWaiting) throw new DomainError(busy, {}, RETRY_AFTER);
        // Whoever ends hands its place on: `running` stays as it is.
        await new Promise<void>(resolve => waiting.push(resolve));
      } else running++;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) running--;
        else next();
      }
    },
  };
}
