import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { domains } from '../../functions/manifest.ts';
import { type Build, build } from '../../lib/bundle.ts';
import { type Bench, type Figure, rounded, showTable } from './figure.ts';
import { importTimes, inTemporaryFolder } from './import-time.ts';

export const bundleBench: Bench = { 'bundle-size': bundleSize, 'bundle-import': bundleImport };

/** What each function's code weighs, gzipped; without the engine, which is in the layer. */
function bundleSize(): Promise<readonly Figure[]> {
  return inTemporaryFolder(async folder => {
    const { functions } = await build(domains, folder);
    const sizes = [...functions].map(([name, { bytes, gzippedBytes }]) => ({
      function: name,
      bytes,
      gzipped: gzippedBytes,
    }));
    showTable('bundles', sizes);
    return sizes.flatMap(({ function: name, bytes, gzipped }) => [
      { name: `bundle-size:${name}`, value: gzipped, unit: 'bytes gzipped' },
      { name: `bundle-size:${name}:raw`, value: bytes, unit: 'bytes' },
    ]);
  });
}

/** Milliseconds to import each function in a fresh process, the layer beside it. */
function bundleImport(): Promise<readonly Figure[]> {
  return inTemporaryFolder(async folder => {
    const built = await build(domains, folder);
    await putLayerBeside(built, folder);
    const { over: times } = await importTimes(
      Object.fromEntries(
        [...built.functions].map(([name, { directory }]) => [name, pathToFileURL(join(directory, 'index.mjs')).href]),
      ),
    );
    const rows = Object.entries(times).map(([name, ms]) => ({ function: name, ms }));
    showTable('import of a function in a fresh process, over an empty module', rows);
    return rows.map(({ function: name, ms }) => ({ name: `bundle-import:${name}`, value: rounded(ms), unit: 'ms' }));
  });
}

/** Lambda finds layers under /opt, plain Node.js only under a node_modules further up. */
async function putLayerBeside({ engine }: Build, folder: string): Promise<void> {
  await cp(join(engine.directory, 'nodejs/node_modules'), join(folder, 'node_modules'), { recursive: true });
}
