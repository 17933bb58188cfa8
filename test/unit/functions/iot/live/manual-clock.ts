/** Time that goes by when a test says so. */
export class ManualClock {
  #now = 0;
  #sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  readonly now = (): number => this.#now;

  readonly sleep = (ms: number): Promise<void> =>
    new Promise(wake => {
      this.#sleepers.push({ at: this.#now + ms, wake });
    });

  /** What was awaited until now has been done after it. */
  async pass(ms: number): Promise<void> {
    await settled();
    this.#now += ms;
    const due = this.#sleepers.filter(({ at }) => at <= this.#now);
    this.#sleepers = this.#sleepers.filter(each => !due.includes(each));
    for (const { wake } of due) wake();
    await settled();
  }
}

/** Lets everything that waits for nothing else go on. */
function settled(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
