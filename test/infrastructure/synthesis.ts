import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { afterAll } from 'vitest';
import { domains } from '../../functions/manifest.ts';
import { addStacks } from '../../lib/app.ts';
import type { Artifact, Build } from '../../lib/bundle.ts';
import { type StageName, settingsFrom } from '../../lib/config.ts';
import { deployedDomain } from '../../lib/deployed-domain.ts';
import { functionsOf } from '../../lib/domain-functions.ts';
import type { Domain } from '../../platform/manifest/domain.ts';

/** The feature flags and settings that `cdk synth` runs with. */
const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'));

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder outside the repository, removed when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'heal7-'));
  folders.push(folder);
  return folder;
}

/** An app as `bin/heal7.ts` makes it, before it is synthesized. */
export function appOf(
  stage: StageName,
  build: Build,
  settings: Record<string, string> = {},
  declared: readonly Domain[] = domains,
): App {
  const app = new App({ context, outdir: temporaryFolder() });
  addStacks(
    app,
    settingsFrom(name => ({ ...settings, stage })[name]),
    build,
    declared,
  );
  return app;
}

/** What `cdk synth` writes for a stage. */
export function synthesize(
  stage: StageName,
  build: Build,
  settings?: Record<string, string>,
  declared?: readonly Domain[],
): CloudAssembly {
  return appOf(stage, build, settings, declared).synth();
}

/** The domains, each with what a stage deploys of it. */
export function deployedDomains(stage: StageName): readonly Domain[] {
  const settings = settingsFrom(name => (name === 'stage' ? stage : undefined));
  return domains.map(domain => deployedDomain(domain, settings));
}

/** Every function of the manifest, as builds and deployments name it. */
export const functionNames: readonly string[] = domains.flatMap(functionsOf).map(({ name }) => name);

/** Stands for a build where only templates are looked at: of bundling they show digests only. */
export function emptyBuild(names = functionNames): Build {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'index.mjs'), 'export const handler = async () => ({ statusCode: 200 });\n');
  const artifact: Artifact = { directory: folder, bytes: 0, gzippedBytes: 0, digest: '0'.repeat(64) };
  return { engine: artifact, functions: new Map(names.map(name => [name, artifact])) };
}
