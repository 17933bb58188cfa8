import { spawnSync } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const PATCH = 'patches/postgres+3.4.9.patch';

/** Copies the driver into a folder, as it is published: our mend taken out. Gives the URL to import it by. */
export async function unmendedDriver(folder: string): Promise<string> {
  for (const made of ['node_modules', 'patches']) await mkdir(join(folder, made), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{}');
  await writeFile(join(folder, 'package-lock.json'), '{}');
  await cp(join(root, 'node_modules/postgres'), join(folder, 'node_modules/postgres'), { recursive: true });
  await cp(join(root, PATCH), join(folder, PATCH));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/patch-package/index.js'), '--reverse', '--error-on-fail'],
    { cwd: folder, encoding: 'utf8', timeout: 20_000, killSignal: 'SIGKILL' },
  );
  if (status !== 0) throw new Error(`The mend could not be taken out:\n${stdout}${stderr}`);
  return pathToFileURL(join(folder, 'node_modules/postgres/src/index.js')).href;
}
