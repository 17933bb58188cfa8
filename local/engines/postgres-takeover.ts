import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { EngineError } from './engine-error.ts';
import { answerOf, lockFile, readLock } from './running-postgres.ts';
import { isRunning } from './running-process.ts';

/** A server that is asked to end, or is ending by itself, is waited for so long. */
const MOST_ENDING_MS = 15_000;

/** If nothing answers for so long at a port where a server says it is, the number of its process is another's by now. */
const MOST_SILENT_MS = 1_000;

/**
 * Leaves no server running on a folder: waits for one that is ending (its owner was killed a moment ago), ends one that
 * was left behind, and removes the lock file of one that a crash of the machine ended.
 * @throws EngineError if the process that started it still runs
 */
export async function endFormerServer(directory: string, password: string): Promise<void> {
  const began = Date.now();
  let answered = began;
  let asked = false;
  for (;;) {
    const lock = await readLock(directory);
    if (lock === undefined) return;
    // PostgreSQL removes a lock of a process that is no more; one that names none it takes for that of a server just starting.
    const torn = !(lock.processId > 0);
    if (!torn && !isRunning(lock.processId)) return;
    const answer = torn ? 'nothing of ours' : asked ? 'starting or ending' : await answerOf(lock, directory, password);
    if (answer !== 'nothing of ours') answered = Date.now();
    if (Date.now() - answered > MOST_SILENT_MS) return rm(lockFile(directory), { force: true });
    if (typeof answer === 'object') {
      if (isRunning(answer.owner)) throw new EngineError(inUse(directory, answer.owner));
      process.kill(lock.processId, 'SIGINT');
      asked = true;
    }
    if (Date.now() - began > MOST_ENDING_MS) throw new EngineError(doesNotEnd(directory, lock.processId));
    await delay(20);
  }
}

function inUse(directory: string, owner: number): string {
  return (
    `The database in ${directory} is in use by process ${owner}: HEAL7 runs already. ` +
    'Stop it, or start a second one with data of its own: HEAL7_DATA=/another/folder PORT=0 MQTT_PORT=0 npm start'
  );
}

function doesNotEnd(directory: string, processId: number): string {
  return `A former database server on ${directory}, process ${processId}, does not end. End it (kill ${processId}) and start again.`;
}
