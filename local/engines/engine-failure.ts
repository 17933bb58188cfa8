import { ConfigurationError } from '../../platform/config/environment.ts';
import { MigrationError } from '../../platform/db/migration-error.ts';
import { EngineError, PUT_BACK } from './engine-error.ts';

/** What stands in the way, by the words of the system, LevelDB and PostgreSQL, and what to do about it. */
const CAUSES: readonly (readonly [RegExp, (path: string, cause: string) => string])[] = [
  [
    /\b(ENOSPC|EDQUOT|53100)\b|No space left|Disk quota exceeded/,
    (path, cause) =>
      `The disk that ${path} is on is full (${cause}). Make room and start again: what was stored is there.`,
  ],
  [
    /\b(EACCES|EPERM)\b|Permission denied|has wrong ownership/,
    (path, cause) =>
      `${path} may not be read and written by you (${cause}): another user has started HEAL7 here. ` +
      'Start it as that user, make the files yours (sudo chown -R), or keep your data elsewhere: HEAL7_DATA=/another/folder npm start',
  ],
  [
    /\b(EROFS|ENOTDIR|EEXIST|ELOOP)\b/,
    (path, cause) =>
      `The folder ${path} cannot be written (${cause}). ` +
      'Give yourself the right, or keep your data elsewhere: HEAL7_DATA=/another/folder npm start',
  ],
  [
    /has invalid permissions/,
    path => `Other users may read ${path}, which PostgreSQL refuses. Take that from them: chmod -R go= ${path}`,
  ],
  [
    /\b28P01\b/,
    path =>
      `The password in ${path}/password is not that of the database beside it. ` +
      'Put it back from a copy of your data, or move that file away: the next start gives the database another.',
  ],
  [
    /Cannot assign requested address|\b(EADDRNOTAVAIL|ENETUNREACH)\b/,
    () =>
      'This machine has no address 127.0.0.1, by which the parts of HEAL7 talk. Give it back: sudo ip link set lo up',
  ],
];

/** Whether an error says what the person at the keyboard can do about it. */
export function isTold(error: unknown): error is Error {
  return [EngineError, MigrationError, ConfigurationError].some(kind => error instanceof kind);
}

/** Mistakes of ours, which that person cannot mend. */
function isOurs(error: unknown): error is Error {
  return [TypeError, ReferenceError].some(kind => error instanceof kind);
}

/**
 * An engine’s failure to start as what is the matter and what to do about it: never to delete something, which may be all
 * that is left. One that says so already stays as it is, and so does a mistake of ours.
 * @param path of the data, where the error does not name a file
 */
export function engineFailure(engine: string, path: string, error: unknown): Error {
  if (isTold(error) || isOurs(error)) return error;
  const file = (error as NodeJS.ErrnoException).path ?? path;
  const told = [...reasons(error)].join(': ');
  for (const [cause, advice] of CAUSES) {
    const found = cause.exec(told);
    if (found !== null) return new EngineError(advice(file, found[0]), { cause: error });
  }
  return new EngineError(`${engine} did not start on ${file}: ${told}. ${PUT_BACK}`, { cause: error });
}

/** What an error and its causes say, a line each. */
function* reasons(error: unknown): Generator<string> {
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code } = each as NodeJS.ErrnoException;
    const said = each.message.trim().replaceAll(/\s+/g, ' ').replace(/\.$/, '');
    yield code === undefined || said.includes(code) ? said : `${code} ${said}`;
  }
}
