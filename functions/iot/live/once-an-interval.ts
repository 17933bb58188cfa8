export interface Interval {
  readonly ms: number;
  /** How long whoever asked is kept after a run began: shorter than the interval. */
  readonly holdMs: number;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

/**
 * Does the work of a key at once, or as soon as so long has gone by since it began last, and after that has ended. Whoever asks
 * while a run waits to begin shares it. It resolves some time after the run, so that who comes back with more comes just before
 * the next one, and what it brings is fresh.
 *
 * @param work that does not throw
 */
export function onceAnInterval(
  { ms, holdMs, now, sleep }: Interval,
  work: (key: string) => Promise<void>,
): (key: string) => Promise<void> {
  const waiting = new Map<string, Promise<void>>();
  const last = new Map<string, { readonly at: number; readonly done: Promise<void> }>();

  async function until(time: number): Promise<void> {
    const rest = time - now();
    if (rest > 0) await sleep(rest);
  }

  async function run(key: string): Promise<void> {
    const former = last.get(key);
    // Always a turn later, so that it is among those that wait before it begins.
    await former?.done;
    if (former !== undefined) await until(former.at + ms);
    waiting.delete(key);
    const at = now();
    const done = work(key);
    last.set(key, { at, done });
    await done;
    await until(at + holdMs);
  }

  return key => {
    const shared = waiting.get(key);
    if (shared !== undefined) return shared;
    const begun = run(key);
    waiting.set(key, begun);
    return begun;
  };
}
