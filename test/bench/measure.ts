import type { Birth } from './births.ts';

/** A library doing one thing for a birth. Gives a number made from everything it answered, so that none of it is idle. */
export interface Contender {
  readonly name: string;
  run(birth: Birth): number;
}

/** Births a second of a contender: the median of its rounds. */
export interface Rate {
  readonly name: string;
  readonly perSecond: number;
}

const WARM_UP_MS = 400;
const ROUNDS = 10;
const LEAST_ROUND_MS = 100;

/** What all runs add up to; printed by none, but no optimiser knows. */
let sink = 0;

/**
 * Measures contenders on the same births, in turns, so that what slows the machine for a while slows all of them.
 * In a round each goes on through the births from where it stopped: at least a tenth of them, and for at least 0.1 s;
 * after the last round each has seen them all.
 */
export function measureRates(contenders: readonly Contender[], births: readonly Birth[]): readonly Rate[] {
  const entrants = contenders.map(contender => ({ contender, next: 0, rates: [] as number[] }));
  const leastBirths = Math.ceil(births.length / ROUNDS);

  /** Births a second over at least so many births and milliseconds. */
  const round = (entrant: (typeof entrants)[number], leastCount: number, leastMs: number): number => {
    const { contender } = entrant;
    const start = performance.now();
    let elapsed = 0;
    let count = 0;
    while (count < leastCount || elapsed < leastMs) {
      // The clock is read once in 50 births.
      for (let n = 0; n < 50; n++) {
        sink = (sink + contender.run(births[entrant.next]!)) | 0;
        entrant.next = entrant.next + 1 === births.length ? 0 : entrant.next + 1;
      }
      count += 50;
      elapsed = performance.now() - start;
    }
    return (count / elapsed) * 1000;
  };

  for (const entrant of entrants) round(entrant, 0, WARM_UP_MS);
  for (let n = 0; n < ROUNDS; n++) {
    for (const entrant of entrants) entrant.rates.push(round(entrant, leastBirths, LEAST_ROUND_MS));
  }
  return entrants.map(({ contender: { name }, rates }) => ({ name, perSecond: median(rates) }));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
