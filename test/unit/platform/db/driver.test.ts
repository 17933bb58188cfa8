import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const root = new URL('../../../../', import.meta.url);

/** What a patch adds to each file. */
function additions(patch: string): ReadonlyMap<string, readonly string[]> {
  const files = patch.split(/^diff --git .*$/m).slice(1);
  return new Map(
    files.map(file => {
      const [, path] = /^\+\+\+ b\/(.+)$/m.exec(file)!;
      const added = [...file.matchAll(/^\+(?!\+\+)(.*)$/gm)].map(([, line]) => line!);
      return [path!, added];
    }),
  );
}

test('the driver is mended where it is installed, in both of its builds', async () => {
  const patch = additions(await readFile(new URL('patches/postgres+3.4.9.patch', root), 'utf8'));
  expect([...patch.keys()]).toEqual(
    ['cjs/src', 'src'].flatMap(build =>
      ['connection', 'index'].map(file => `node_modules/postgres/${build}/${file}.js`),
    ),
  );
  for (const [path, lines] of patch) {
    const installed = (await readFile(new URL(path, root), 'utf8')).split('\n');
    expect(lines.length, path).toBeGreaterThan(5);
    for (const line of lines) expect(installed, `${path}: run npm run postinstall`).toContain(line);
  }
});

test('what is bundled for Lambda is what is mended', async () => {
  const { metafile } = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: ['platform/db/connection.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    metafile: true,
  });
  const driver = Object.keys(metafile.inputs).filter(path => path.startsWith('node_modules/postgres/'));
  expect(driver).toContain('node_modules/postgres/src/connection.js');
  expect(driver).toContain('node_modules/postgres/src/index.js');
  expect(driver.filter(path => !path.startsWith('node_modules/postgres/src/'))).toEqual([]);
});
