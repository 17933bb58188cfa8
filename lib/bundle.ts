import { createHash } from 'node:crypto';
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import type { Domain } from '../platform/manifest/domain.ts';
import { functionsOf } from './domain-functions.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const engineName = '@heal7/saju-engine';

/** Where a layer's packages lie for a Node.js function: unpacked to `/opt`, found from every module under it. */
const layerPackages = 'nodejs/node_modules';

/** A folder ready to be deployed, and what its code weighs. */
export interface Artifact {
  readonly directory: string;
  /** Bytes of code: no source maps, no assets. */
  readonly bytes: number;
  readonly gzippedBytes: number;
  /** SHA-256 of the code, in hexadecimal: same sources, same digest. */
  readonly digest: string;
}

/** Everything the CDK app deploys, built. */
export interface Build {
  readonly engine: Artifact;
  /** By the function's name: `saju-http`. */
  readonly functions: ReadonlyMap<string, Artifact>;
}

/** Common to engine and functions. UTF-8, since escaped Hangul takes twice the bytes. */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minify: true,
  charset: 'utf8',
  logLevel: 'warning',
} satisfies esbuild.BuildOptions;

/**
 * Builds the engine's layer and every function of the domains into `outDir`, replacing what was there.
 * The same sources give the same bytes, wherever the repository lies.
 */
export async function build(domains: readonly Domain[], outDir = join(root, '.build')): Promise<Build> {
  const [engine, functions] = await Promise.all([
    buildEngine(join(outDir, 'engine')),
    buildFunctions(domains, join(outDir, 'functions')),
  ]);
  return { engine, functions };
}

/** Entries of the engine's package beside its core: texts, loaded by those who ask for them. */
const engineEntries = ['interpretation', 'glossary'];

/** The engine's package as a layer: a file for each entry, with no maps and no types. Weighed is the core. */
export async function buildEngine(directory: string): Promise<Artifact> {
  const source = join(root, 'layers/saju-engine');
  const { version, license } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
  const target = join(directory, layerPackages, engineName);
  await rm(directory, { recursive: true, force: true });
  await esbuild.build({
    ...common,
    entryPoints: [
      { in: join(source, 'src/index.ts'), out: 'index' },
      ...engineEntries.map(name => ({ in: join(source, `src/${name}/index.ts`), out: name })),
    ],
    outdir: target,
    // Runs in browsers too, so it may not reach for anything of Node's: such an import fails the build.
    platform: 'neutral',
  });
  const exports = {
    '.': './index.js',
    ...Object.fromEntries(engineEntries.map(name => [`./${name}`, `./${name}.js`])),
  };
  const manifest = { name: engineName, version, license, type: 'module', exports };
  await writeFile(join(target, 'package.json'), `${JSON.stringify(manifest)}\n`);
  const texts = engineEntries.map(name => join(target, `${name}.js`));
  return weigh(directory, [join(target, 'index.js')], texts);
}

/** Common to all functions. */
const functionOptions = {
  ...common,
  outExtension: { '.js': '.mjs' },
  external: [engineName, `${engineName}/*`],
  // ES modules where a package has both: the SDK's CommonJS is a half larger, and requires Node's modules as a bundle cannot.
  mainFields: ['module', 'main'],
  alias: { '@aws-sdk/credential-provider-node': join(root, 'platform/config/lambda-credentials.ts') },
  // Maps beside the code, without a copy of the sources: they are for reading a stack, not for shipping.
  sourcemap: 'linked',
  sourcesContent: false,
} satisfies esbuild.BuildOptions;

/**
 * Functions in one call of esbuild (0.4 s for all; CDK's NodejsFunction takes 0.33 s for each), but for those with code that
 * is imported late, each in one of its own: together they would share files.
 */
async function buildFunctions(domains: readonly Domain[], directory: string): Promise<ReadonlyMap<string, Artifact>> {
  const declared = domains.flatMap(functionsOf);
  await rm(directory, { recursive: true, force: true });
  const whole = declared.filter(({ lateCode }) => !lateCode);
  const parts = new Map<string, readonly string[]>();
  await Promise.all([
    esbuild.build({
      ...functionOptions,
      entryPoints: whole.map(({ name, entry }) => ({ in: join(root, entry), out: `${name}/index` })),
      outdir: directory,
    }),
    ...declared
      .filter(({ lateCode }) => lateCode)
      .map(async ({ name, entry }) => parts.set(name, await buildInParts(entry, join(directory, name)))),
  ]);
  const weighed = declared.map(async ({ name, assets = [], folders = [] }) => {
    const target = join(directory, name);
    await copyAssets(assets, join(target, 'assets'));
    const copied = await Promise.all(folders.map(folder => copyFolder(folder, target)));
    const code = [join(target, 'index.mjs'), ...(parts.get(name) ?? [])];
    return [name, await weigh(target, code, copied.flat())] as const;
  });
  return new Map(await Promise.all(weighed));
}

/** Writes `index.mjs`, and beside it what it imports late and what that shares with it; gives those files, in order. */
async function buildInParts(entry: string, target: string): Promise<readonly string[]> {
  const { metafile, outputFiles } = await esbuild.build({
    ...functionOptions,
    entryPoints: [{ in: join(root, entry), out: 'index' }],
    // The names of parts are hashes of what is in them, the maps' paths to the sources too: the same wherever it is written.
    outdir: join(root, '.build/functions/part'),
    write: false,
    splitting: true,
    metafile: true,
  });
  const { outputs } = metafile;
  // Of what the SDK could import late, esbuild also gives what nothing here reaches any more.
  const used = reachable(outputs, Object.keys(outputs).find(path => outputs[path]!.entryPoint === entry)!);
  const files = outputFiles.filter(({ path }) => used.has(relative(root, path).replace(/\.map$/, '')));
  await mkdir(target, { recursive: true });
  await Promise.all(files.map(({ path, contents }) => writeFile(join(target, basename(path)), contents)));
  return [...used]
    .map(path => basename(path))
    .filter(file => file !== 'index.mjs')
    .sort()
    .map(file => join(target, file));
}

/** A file with all that it imports, at once or late, and so on. */
function reachable(outputs: esbuild.Metafile['outputs'], entry: string): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const path of found) {
    for (const { path: imported, external } of outputs[path]!.imports) if (!external) found.add(imported);
  }
  return found;
}

/** A folder of the repository, under its own path; gives its files, in order. */
async function copyFolder(folder: string, target: string): Promise<readonly string[]> {
  const copy = join(target, folder);
  await cp(join(root, folder), copy, { recursive: true });
  const entries = await readdir(copy, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}

/** Assets are module specifiers, so that a package's files are found wherever npm put the package. */
async function copyAssets(specifiers: readonly string[], folder: string): Promise<void> {
  if (specifiers.length === 0) return;
  const { resolve } = createRequire(join(root, 'package.json'));
  await mkdir(folder, { recursive: true });
  await Promise.all(specifiers.map(specifier => copyFile(resolve(specifier), join(folder, basename(specifier)))));
}

/** What files of code weigh together; the digest is also of the others that are deployed with them. */
async function weigh(directory: string, files: readonly string[], others: readonly string[] = []): Promise<Artifact> {
  const code = Buffer.concat(await Promise.all(files.map(file => readFile(file))));
  const digest = createHash('sha256').update(code);
  for (const other of others) digest.update(await readFile(other));
  return {
    directory,
    bytes: code.length,
    gzippedBytes: gzipSync(code, { level: 9 }).length,
    digest: digest.digest('hex'),
  };
}
