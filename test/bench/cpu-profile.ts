import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Loaded before a process's own code (`node --import`): profiles it until SIGUSR2, and writes the profile into a folder.
 * `--cpu-prof` writes at a proper end, which the engines' processes do not have.
 */
const FOLDER = 'BENCH_PROFILES';

/** What a process of Node.js is started with, in the environment, to be profiled. */
export function profilingEnvironment(folder: string): Readonly<Record<string, string>> {
  return { [FOLDER]: folder, NODE_OPTIONS: `--import=${import.meta.url}` };
}

/** Self time of functions, the most first, of each profile in a folder. */
export function topFunctions(folder: string, most: number): readonly (readonly [process: string, lines: string[]])[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.cpuprofile'))
    .toSorted()
    .map(file => [file, linesOf(JSON.parse(readFileSync(join(folder, file), 'utf8')), most)] as const);
}

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

function linesOf({ nodes, samples, timeDeltas }: Profile, most: number): string[] {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || '(anonymous)'} ${url === '' ? '' : `${basename(dirname(url))}/${basename(url)}:${lineNumber + 1}`}`,
    ]),
  );
  const self = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const name = names.get(id)!;
    self.set(name, (self.get(name) ?? 0) + timeDeltas[at]!);
  }
  self.delete('(idle) ');
  const busy = [...self.values()].reduce((sum, each) => sum + each, 0);
  return [...self]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([name, each]) => `${((each / busy) * 100).toFixed(1).padStart(5)} %  ${name}`);
}

const folder = process.env[FOLDER];
// Where the module is imported for its functions, nothing is profiled.
if (folder !== undefined && process.env.NODE_OPTIONS?.includes(import.meta.url)) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  process.once('SIGUSR2', async () => {
    const { profile } = await session.post('Profiler.stop');
    const [, script = ''] = process.argv;
    writeFileSync(
      join(folder, `${basename(dirname(script))}-${basename(script, '.ts')}-${process.pid}.cpuprofile`),
      JSON.stringify(profile),
    );
  });
}
