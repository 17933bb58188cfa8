import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';

/** How far a consumer is in each shard of a stream: the last record that it is done with. Kept in a file. */
export interface Checkpoints {
  of(shardId: string): string | undefined;
  /** Written soon, with whatever else has moved by then: a kill meanwhile repeats what came after the last writing. */
  advance(shardId: string, sequenceNumber: string): void;
  /** Writes what has not been written yet. */
  save(): Promise<void>;
}

/** A writing takes 0.2 ms; in twice a second, that is nothing whatever the load. */
const WRITE_AFTER_MS = 500;

const written = z.record(z.string(), z.string().regex(/^\d+$/));

/** Opens the file, or begins one: a file that cannot be read says nothing, and all is delivered again. */
export async function openCheckpoints(
  file: string,
  failed: (error: unknown) => void,
  writeAfterMs = WRITE_AFTER_MS,
): Promise<Checkpoints> {
  await mkdir(dirname(file), { recursive: true });
  const positions = new Map(Object.entries(await read(file)));
  let changed = false;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const write = async () => {
    if (!changed) return;
    changed = false;
    try {
      // Not in place: a kill in between would leave half a file.
      await writeFile(`${file}.new`, JSON.stringify(Object.fromEntries(positions)));
      await rename(`${file}.new`, file);
    } catch (error) {
      changed = true;
      failed(error);
    }
  };
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  };

  return {
    of: shardId => positions.get(shardId),
    advance(shardId, sequenceNumber) {
      positions.set(shardId, sequenceNumber);
      changed = true;
      timer ??= setTimeout(save, writeAfterMs);
    },
    save,
  };
}

async function read(file: string): Promise<Readonly<Record<string, string>>> {
  try {
    return written.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return {};
  }
}
