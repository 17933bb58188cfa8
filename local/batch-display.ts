import type { LoggableError } from '../platform/observability/loggable-error.ts';

/** A batch of a function that a stream started. */
export interface BatchLine {
  readonly function: string;
  readonly stream: string;
  readonly shard: string;
  readonly stream_records: number;
  readonly dead_letters: number;
  readonly error?: LoggableError;
}

/** Shows a line without its time; an error goes below it. */
type Show = (text: string, error?: LoggableError) => void;

/** Batches that follow one another closer than this are one line: what a request brings about, or a load. */
const PAUSE_MS = 1_000;
/** Under a load without a pause, a line as often as this. */
const LONGEST_MS = 10_000;

/**
 * Shows what batches come to, and not each: one sign-up makes four functions run, and a database that is away has every shard
 * tried again every few seconds. A function that fails is shown once, until all of its shards work again.
 */
export function createBatchDisplay(show: Show, now: () => number = Date.now): (line: BatchLine) => void {
  const done = new Map<string, number>();
  const failing = new Map<string, Set<string>>();
  let since = 0;
  let timer: NodeJS.Timeout | undefined;

  const showDone = () => {
    clearTimeout(timer);
    timer = undefined;
    const counts = [...done].toSorted(([one], [other]) => (one < other ? -1 : 1));
    show(`events  ${counts.map(([name, records]) => `${name} ${records}`).join(', ')}`);
    done.clear();
  };

  const add = (name: string, records: number) => {
    if (done.size === 0) since = now();
    done.set(name, (done.get(name) ?? 0) + records);
    clearTimeout(timer);
    if (now() - since >= LONGEST_MS) showDone();
    else timer = setTimeout(showDone, PAUSE_MS).unref();
  };

  return ({ function: name, stream, shard, stream_records: records, dead_letters: deadLetters, error }) => {
    if (deadLetters > 0) show(`events  ${name}  ${deadLetters} set aside as dead letters`);
    const places = failing.get(name) ?? new Set();
    failing.set(name, places);
    const place = `${stream} ${shard}`;
    if (error !== undefined) {
      if (places.size === 0) show(`events  ${name}  failed, and is tried again until it works`, error);
      places.add(place);
      return;
    }
    if (places.delete(place) && places.size === 0) show(`events  ${name}  works again`);
    add(name, records);
  };
}
