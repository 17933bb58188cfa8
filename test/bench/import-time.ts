import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { median } from './measure.ts';

const run = promisify(execFile);

const ROUNDS = 21;
const DEADLINE_MS = 10_000;

const PROGRAM = `
const start = performance.now();
await import(process.argv[1]);
process.stdout.write(String(performance.now() - start), () => process.exit(0));`;

/** Milliseconds to import an empty module, and what each module takes over it. */
export interface ImportTimes {
  readonly empty: number;
  readonly over: Readonly<Record<string, number>>;
}

/**
 * Times to import modules, each in fresh processes in turns: medians.
 * @param urls modules by name
 */
export async function importTimes(urls: Readonly<Record<string, string>>): Promise<ImportTimes> {
  return inTemporaryFolder(async folder => {
    const nothing = join(folder, 'empty.mjs');
    await writeFile(nothing, '');
    const modules = [['', pathToFileURL(nothing).href] as const, ...Object.entries(urls)];
    const times = new Map(modules.map(([name]) => [name, [] as number[]]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, url] of modules) times.get(name)!.push(await importOnce(url));
    }
    const empty = median(times.get('')!);
    return { empty, over: Object.fromEntries(Object.keys(urls).map(name => [name, median(times.get(name)!) - empty])) };
  });
}

/** A folder for what a bench builds, removed after. */
export async function inTemporaryFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'heal7-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function importOnce(url: string): Promise<number> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', PROGRAM, url], {
    timeout: DEADLINE_MS,
    killSignal: 'SIGKILL',
  });
  return Number(stdout);
}
