/** Numbers from 0 up to 1, the same on every run (Park and Miller's minimal generator). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const FIRST = Date.parse('1899-12-01T00:00:00Z') / 1000;
const LAST = Date.parse('2101-03-01T00:00:00Z') / 1000;

/** So many whole seconds anywhere in the engine's range. */
export function randomInstants(count: number, seed: number): number[] {
  const next = randomNumbers(seed);
  return Array.from({ length: count }, () => Math.floor(FIRST + next() * (LAST - FIRST)));
}
