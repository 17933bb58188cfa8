import type { UserKeys } from './user-keys.ts';

/**
 * Destroys again the keys of who was erased: to be run after the table of keys was restored, before anything reads from it.
 * @param erased ids of users who were erased, from wherever that is known: too many do no harm where they were erased, and
 * those who were erased already stay so
 * @returns how many had a key again, or none yet
 */
export async function reapplyErasures(
  keys: Pick<UserKeys, 'destroy' | 'isErased'>,
  erased: Iterable<string> | AsyncIterable<string>,
): Promise<number> {
  let destroyed = 0;
  for await (const userId of erased) {
    if (await keys.isErased(userId)) continue;
    await keys.destroy(userId);
    destroyed++;
  }
  return destroyed;
}
