import { mkdirSync, statSync } from 'node:fs';
import { EngineError } from './engine-error.ts';
import { engineFailure } from './engine-failure.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';

/**
 * Holds the folder that all data are kept in: whoever has it may start engines there, and nobody else.
 * @throws EngineError saying what to do
 */
export async function holdDataFolder(directory: string): Promise<FolderLock> {
  try {
    mkdirSync(directory, { recursive: true });
    const { uid } = statSync(directory);
    if (process.getuid?.() === 0 && uid !== 0) throw new EngineError(ofAnother(directory, uid));
    const { holder, release } = await lockFolder(directory, process.pid);
    // Where it ends before its engines do: a second Ctrl-C.
    process.once('exit', release);
    return {
      holder,
      release: () => {
        process.off('exit', release);
        release();
      },
    };
  } catch (error) {
    throw engineFailure('HEAL7', directory, error);
  }
}

function ofAnother(directory: string, uid: number): string {
  return (
    `${directory} is of another user (number ${uid}), who could not use the files that root makes in it. ` +
    'Start HEAL7 as that user, or keep root’s data elsewhere: HEAL7_DATA=/another/folder npm start'
  );
}
