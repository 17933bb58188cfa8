import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from './engine-error.ts';
import { type Account, startProgram } from './postgres-program.ts';
import { readPassword } from './running-postgres.ts';

export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** In a file for its owner alone. */
export async function keepPassword(directory: string, password: string): Promise<void> {
  await writeFile(join(directory, 'password'), password, { mode: 0o600 });
}

/**
 * The superuser's. One that was lost is replaced: whoever may write the data needs none, and they are whole without it.
 * @throws EngineError where the database takes no other
 */
export async function superuserPassword(directory: string, account: Account | undefined): Promise<string> {
  const kept = await readPassword(directory);
  if (kept !== '') return kept;
  const password = newPassword();
  // PostgreSQL for one user, who is not asked who he is: it reads statements from its input, one a line.
  const data = join(directory, 'data');
  const single = startProgram('postgres', ['--single', '-D', data, 'postgres'], account, directory, 'pipe', 'pipe');
  let output = '';
  for (const stream of [single.stdout!, single.stderr!]) stream.on('data', text => (output += text));
  single.stdin!.on('error', () => {}).end(`alter role postgres password '${password}'\n`);
  const [code] = (await once(single, 'close')) as [number | null];
  const refusal = /(?:ERROR|FATAL|PANIC): .*/.exec(output)?.[0];
  if (code !== 0 || refusal !== undefined) {
    throw new EngineError(
      `${join(directory, 'password')} is missing, and the database beside it takes no other (${refusal ?? code}). ` +
        'Put it back from a copy of your data, and start again.',
    );
  }
  await keepPassword(directory, password);
  return password;
}
