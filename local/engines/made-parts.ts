import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { EngineError, PUT_BACK } from './engine-error.ts';

/** Paths in the data folder. */
const schema = z.array(z.string());

/**
 * Before engines start: what was made at an earlier start has to be there still. An engine would make it anew, without what
 * was in it, and the others would go on beside that.
 * @param parts what this start needs, by path
 * @throws EngineError naming what was lost
 */
export function assertWhole(directory: string, parts: readonly string[]): void {
  const made = madeIn(directory);
  const needed = parts.filter(part => made.includes(part)).map(part => join(directory, part));
  const missing = needed.filter(path => !existsSync(path));
  if (missing.length === 0) return;
  throw new EngineError(
    `Of the data in ${directory}, ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing. ${PUT_BACK}`,
  );
}

/** After they have started: that these parts have been made. */
export function rememberMade(directory: string, parts: readonly string[]): void {
  const before = madeIn(directory);
  const made = [...new Set([...before, ...parts])];
  if (made.length === before.length) return;
  writeFileSync(`${fileIn(directory)}.new`, `${JSON.stringify(made)}\n`);
  renameSync(`${fileIn(directory)}.new`, fileIn(directory));
}

function madeIn(directory: string): readonly string[] {
  try {
    return schema.parse(JSON.parse(readFileSync(fileIn(directory), 'utf8')));
  } catch {
    // Not there yet, or torn: then what is there was made.
    return [];
  }
}

function fileIn(directory: string): string {
  return join(directory, 'made.json');
}
