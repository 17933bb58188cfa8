import QuickLRU from 'quick-lru';
import type * as z from 'zod';
import { cacheTableOfEnvironment } from '../dynamodb/client.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { CacheKey } from './keys.ts';
import { createSharedLevel, type SharedLevel, type SharedState } from './shared-level.ts';

/**
 * What became of a reading: each is answered from one of three places. `l2_down` comes beside them, once for each call to
 * the shared level that failed.
 */
export type CacheEvent = 'l1' | 'l2' | 'miss' | 'l2_down';

/** Changes values on their way to the shared level and back: encrypts them. */
interface CacheCodec {
  seal(text: string): string | Promise<string>;
  /** What cannot be opened any more is computed again. */
  open(sealed: string): string | Promise<string>;
}

export interface CacheReading<Value> {
  /** Of the value as JSON. A kept value that does not fit it (one of an earlier release) is computed again. */
  readonly schema: z.ZodType<Value>;
  /**
   * The value, made from what was committed before this is called: read from the writer, not from a reader that lags.
   * Readings of one key share one computation. What it throws is thrown to all of them, and not kept.
   */
  compute(): Promise<Value>;
  /** Told where the value came from. */
  observe(event: CacheEvent): void;
  readonly codec?: CacheCodec;
}

/**
 * Values in two levels: in the process, for 5 minutes (L1), and in DynamoDB, for the key's lifetime (L2).
 *
 * A reading never gives a value older than the last invalidation completed before it. A value carries the versions that its
 * key's tags had before its computation began, and is given only where they are equal to the versions read, from L2, after
 * the reading began; an invalidation changes them. Where L2 cannot be reached or is slow, values are computed.
 */
export interface Cache {
  /** The value, frozen: it is shared by all who read it. */
  get<Value>(key: CacheKey, reading: CacheReading<Value>): Promise<Value>;
  /**
   * To be called after a write is committed and before its caller is answered.
   * @throws whatever the shared level does where it cannot be reached: old values may then be served, so that the caller has
   * to try again
   */
  invalidate(...tags: readonly string[]): Promise<void>;
}

export interface CacheDependencies {
  readonly shared: SharedLevel;
  now(): Date;
}

interface Answer {
  readonly value: unknown;
  readonly from: Exclude<CacheEvent, 'l2_down'>;
}

/** A value in the process. */
interface LocalValue {
  readonly value: unknown;
  readonly versions: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const LOCAL_LIFETIME_MS = 5 * 60_000;

/** The map holds up to twice as many: 400 values of 64 k characters are 25 MB of text. */
const MOST_LOCAL_VALUES = 200;
const LONGEST_LOCAL_TEXT = 64 * 1024;

/** Bytes. An item may have 400 KB, its key and versions included; what is larger is computed each time. */
const LARGEST_SHARED_TEXT = 380 * 1024;

export function createCache({ shared, now }: CacheDependencies): Cache {
  const local = new QuickLRU<string, LocalValue>({ maxSize: MOST_LOCAL_VALUES });
  /** Readings begun in this turn of the event loop, by key: none has been sent yet, so that one will do for all. */
  const begun = new Map<string, Promise<Answer>>();
  /** Computations under way, by key and versions. */
  const flights = new Map<string, Promise<Answer>>();

  function heldLocally(name: string): LocalValue | undefined {
    const held = local.get(name);
    return held !== undefined && held.until > now().getTime() ? held : undefined;
  }

  function keepLocally(name: string, text: string, held: LocalValue): void {
    if (text.length <= LONGEST_LOCAL_TEXT) local.set(name, held);
  }

  async function answer<Value>(key: CacheKey, reading: CacheReading<Value>): Promise<Answer> {
    const started = now().getTime();
    let state: SharedState;
    let versions: string;
    try {
      // A value held here need not be sent again: its versions are all there is to ask for.
      const held = heldLocally(key.name);
      state = await shared.read(key, { value: held === undefined });
      if (held !== undefined) {
        if (held.versions === state.versions) return { value: held.value, from: 'l1' };
        state = await shared.read(key, { value: true });
      }
      versions = state.versions ?? (await shared.versions(key.tags));
    } catch {
      reading.observe('l2_down');
      return { value: (await compute(reading)).value, from: 'miss' };
    }

    const kept = await opened(state, versions, reading);
    if (kept !== undefined) {
      const { text, value, expiresAt } = kept;
      keepLocally(key.name, text, { value, versions, until: Math.min(expiresAt, started + LOCAL_LIFETIME_MS) });
      return { value, from: 'l2' };
    }

    // Another's computation may have ended since the state was read.
    const held = heldLocally(key.name);
    if (held?.versions === versions) return { value: held.value, from: 'l1' };
    const id = `${key.name} ${versions}`;
    const flight = flights.get(id) ?? fly(key, reading, versions, started).finally(() => flights.delete(id));
    flights.set(id, flight);
    return flight;
  }

  /** The value of the shared level, if it is valid and can be read. */
  async function opened<Value>({ value: stored }: SharedState, versions: string, reading: CacheReading<Value>) {
    if (stored === undefined || stored.versions !== versions || stored.expiresAt <= now().getTime()) return undefined;
    try {
      const text = reading.codec === undefined ? stored.text : await reading.codec.open(stored.text);
      return { text, value: parsed(text, reading.schema), expiresAt: stored.expiresAt };
    } catch {
      return undefined;
    }
  }

  /** Computes the value and keeps it under versions that were read at `started` or later. */
  async function fly<Value>(
    key: CacheKey,
    reading: CacheReading<Value>,
    versions: string,
    started: number,
  ): Promise<Answer> {
    const { text, value } = await compute(reading);
    const expiresAt = Math.floor((started + key.lifetimeMs) / 1000) * 1000;
    const sealed = reading.codec === undefined ? text : await reading.codec.seal(text);
    if (Buffer.byteLength(sealed) <= LARGEST_SHARED_TEXT) {
      await shared.write(key.name, { text: sealed, versions, expiresAt }).catch(() => reading.observe('l2_down'));
    }
    keepLocally(key.name, text, { value, versions, until: Math.min(expiresAt, started + LOCAL_LIFETIME_MS) });
    return { value, from: 'miss' };
  }

  return {
    async get<Value>(key: CacheKey, reading: CacheReading<Value>): Promise<Value> {
      let turn = begun.get(key.name);
      if (turn === undefined) {
        turn = Promise.resolve().then(() => {
          begun.delete(key.name);
          return answer(key, reading);
        });
        begun.set(key.name, turn);
      }
      const { value, from } = await turn;
      reading.observe(from);
      return value as Value;
    },

    invalidate(...tags) {
      return shared.invalidate([...new Set(tags)]);
    },
  };
}

/** The value as every later reading will see it: out of its JSON. */
async function compute<Value>({ compute, schema }: CacheReading<Value>) {
  const text = JSON.stringify(await compute());
  return { text, value: parsed(text, schema) };
}

function parsed<Value>(text: string, schema: z.ZodType<Value>): Value {
  return deepFreeze(schema.parse(JSON.parse(text)));
}

/** DynamoDB answers in 5 ms, and after a cold start, with TLS to set up, in some 100. */
const PATIENCE_MS = 500;

let ofProcess: Cache | undefined;

/** The cache of the functions' environment: one a process, for the sake of L1. */
export function cacheFromEnvironment(): Cache {
  const now = () => new Date();
  ofProcess ??= createCache({
    shared: createSharedLevel({
      table: cacheTableOfEnvironment(),
      patienceMs: PATIENCE_MS,
      now,
      newId: () => crypto.randomUUID(),
    }),
    now,
  });
  return ofProcess;
}
