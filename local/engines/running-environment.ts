import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from './running-process.ts';

/** Environment variables by which functions find the engines. */
export type EngineEnvironment = Readonly<Record<string, string>>;

interface Written {
  /** Of the process that started them. */
  readonly owner: number;
  readonly environment: EngineEnvironment;
}

/** Says to other processes of this user how to reach the engines of this one: it holds passwords. */
export async function writeEnvironment(directory: string, environment: EngineEnvironment): Promise<void> {
  const written: Written = { owner: process.pid, environment };
  // Written anew: the mode is that of a file that is made.
  await rm(fileIn(directory), { force: true });
  await writeFile(fileIn(directory), JSON.stringify(written), { mode: 0o600 });
}

/** Takes back what this process has written; another's stays. */
export async function removeEnvironment(directory: string): Promise<void> {
  const written = await read(directory);
  if (written?.owner === process.pid) await rm(fileIn(directory), { force: true });
}

/** How to reach the engines of the `npm start` that runs on a folder; undefined if none does. */
export async function runningEnvironment(directory: string): Promise<EngineEnvironment | undefined> {
  const written = await read(directory);
  return written !== undefined && isRunning(written.owner) ? written.environment : undefined;
}

async function read(directory: string): Promise<Written | undefined> {
  const text = await readFile(fileIn(directory), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Written);
}

function fileIn(directory: string): string {
  return join(directory, 'environment.json');
}
