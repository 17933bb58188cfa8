import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';

/** A server that may run on a folder, as its lock file says. */
export interface LockedBy {
  readonly processId: number;
  readonly port: number;
}

/** What answers where a server should be. */
type Answer =
  /** A server on that very folder, and the process it was started by. */
  { readonly owner: number } | 'starting or ending' | 'nothing of ours';

export function serverUrl(port: number, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** Empty where it was lost. */
export async function readPassword(directory: string): Promise<string> {
  const text = await readFile(join(directory, 'password'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.trim();
}

/**
 * Of a server that runs, or of one that a crash ended; undefined after a proper end. What a crash of the machine left torn
 * names no process.
 */
export async function readLock(directory: string): Promise<LockedBy | undefined> {
  const text = await readFile(lockFile(directory), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  return { processId: Number.parseInt(lines[0]!, 10), port: Number(lines[3]) };
}

export function lockFile(directory: string): string {
  return join(directory, 'data', 'postmaster.pid');
}

export async function answerOf({ port }: LockedBy, directory: string, password: string): Promise<Answer> {
  // Written a moment after the number of the process.
  if (!(port > 0)) return 'starting or ending';
  const sql = postgres(serverUrl(port, password), { max: 1, connect_timeout: 2, fetch_types: false });
  try {
    const [server] = await sql<[{ data: string; owner: string | null }]>`
      select current_setting('data_directory') as data, current_setting('heal7.owner', true) as owner`;
    return server.data === join(directory, 'data') ? { owner: Number(server.owner ?? 0) } : 'nothing of ours';
  } catch (error) {
    // 57P0n: cannot connect now, or is shutting down.
    return String((error as NodeJS.ErrnoException).code).startsWith('57P0') ? 'starting or ending' : 'nothing of ours';
  } finally {
    await sql.end({ timeout: 0 });
  }
}
