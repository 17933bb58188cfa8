import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type Answering, answering, answers } from './folder-lock.ts';

/** Environment variables by which functions find the engines. */
export type EngineEnvironment = Readonly<Record<string, string>>;

/** With who holds the folder: what a crash left behind has nobody who answers. */
const schema = z.object({ holder: answering, environment: z.record(z.string(), z.string()) });

/** Says to other processes of this user how to reach the engines of this one: it holds passwords. */
export async function writeEnvironment(
  directory: string,
  holder: Answering,
  environment: EngineEnvironment,
): Promise<void> {
  const written: z.input<typeof schema> = { holder, environment };
  // Written anew: the mode is that of a file that is made.
  await rm(fileIn(directory), { force: true });
  await writeFile(fileIn(directory), JSON.stringify(written), { mode: 0o600 });
}

/** Takes back what this process has written; another's stays. */
export async function removeEnvironment(directory: string, { token }: Answering): Promise<void> {
  const written = await read(directory);
  if (written?.holder.token === token) await rm(fileIn(directory), { force: true });
}

/** How to reach the engines of the `npm start` that runs on a folder; undefined if none does. */
export async function runningEnvironment(directory: string): Promise<EngineEnvironment | undefined> {
  const written = await read(directory);
  return written !== undefined && (await answers(written.holder)) ? written.environment : undefined;
}

async function read(directory: string): Promise<z.output<typeof schema> | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(fileIn(directory), 'utf8')));
  } catch {
    // Not there, or torn: nobody runs who could be reached by it.
    return undefined;
  }
}

function fileIn(directory: string): string {
  return join(directory, 'environment.json');
}
