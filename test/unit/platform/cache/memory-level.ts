import type { SharedLevel, StoredValue } from '../../../../platform/cache/shared-level.ts';

/** The shared level in memory. `delay` is waited for before and after each item is touched: there, calls may interleave. */
export interface MemoryLevel extends SharedLevel {
  readonly values: Map<string, StoredValue>;
  readonly tags: Map<string, string>;
  /** Calls so far, by operation. */
  readonly calls: Record<keyof SharedLevel, number>;
  /** Set, every call fails with it. */
  failure: Error | undefined;
}

export function createMemoryLevel(delay: () => Promise<void> = async () => {}): MemoryLevel {
  let ids = 0;
  const newId = () => `v${++ids}`;
  const values = new Map<string, StoredValue>();
  const tags = new Map<string, string>();
  const calls = { read: 0, versions: 0, write: 0, invalidate: 0 };

  /** Touches one item, somewhere between the call and its answer. */
  async function touch<Result>(effect: () => Result): Promise<Result> {
    await delay();
    if (level.failure !== undefined) throw level.failure;
    const result = effect();
    await delay();
    return result;
  }

  const level: MemoryLevel = {
    values,
    tags,
    calls,
    failure: undefined,
    // The items of a batch are each read at a time of its own.
    async read(key, wanted) {
      calls.read++;
      const [value, ...versions] = await Promise.all([
        wanted.value ? touch(() => values.get(key.name)) : undefined,
        ...key.tags.map(tag => touch(() => tags.get(tag))),
      ]);
      return { value, versions: versions.includes(undefined) ? undefined : versions.join(' ') };
    },
    async versions(names) {
      calls.versions++;
      const version = (tag: string) => {
        const found = tags.get(tag) ?? newId();
        tags.set(tag, found);
        return found;
      };
      return (await Promise.all(names.map(tag => touch(() => version(tag))))).join(' ');
    },
    async write(name, value) {
      calls.write++;
      await touch(() => values.set(name, value));
    },
    async invalidate(names) {
      calls.invalidate++;
      await Promise.all(names.map(tag => touch(() => tags.set(tag, newId()))));
    },
  };
  return level;
}
