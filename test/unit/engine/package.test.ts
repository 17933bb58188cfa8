import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { chart, ENGINE_VERSION } from '../../../layers/saju-engine/src/index.ts';

const ENTRY = 'layers/saju-engine/src/index.ts';

async function bundleForBrowser() {
  const { outputFiles, metafile } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'engine',
    target: 'es2022',
  });
  return { code: outputFiles[0]!.text, inputs: Object.keys(metafile.inputs) };
}

describe('the engine as a package', () => {
  test('bundled for a browser, gives the same bytes where there is nothing of Node', async () => {
    const { code } = await bundleForBrowser();
    // A browser's globals, as far as the engine may use them: the language and Intl. No process, no require, no clock.
    const page = vm.createContext(Object.create(null));
    vm.runInContext(`${code}; delete globalThis.Date.now; Date.now = undefined;`, page);
    const request = {
      birth: { date: '1988-07-01', time: '02:30' },
      place: { latitude: 40.7, longitude: -74, timeZone: 'America/New_York' },
      sex: 'male',
    } as const;
    const inPage = vm.runInContext(`JSON.stringify(engine.chart(${JSON.stringify(request)}))`, page);
    expect(inPage).toBe(JSON.stringify(chart(request)));
  });

  test('is made of its own sources alone', async () => {
    const { inputs } = await bundleForBrowser();
    expect(inputs.length).toBeGreaterThan(30);
    for (const input of inputs) expect(input).toMatch(/^layers\/saju-engine\/src\//);
    const { dependencies, peerDependencies } = JSON.parse(readFileSync('layers/saju-engine/package.json', 'utf8'));
    expect([dependencies, peerDependencies]).toEqual([undefined, undefined]);
  });

  test('names its version and that of its time zone data in every answer', () => {
    const { version } = JSON.parse(readFileSync('layers/saju-engine/package.json', 'utf8'));
    expect(ENGINE_VERSION).toMatch(new RegExp(`^${version.replaceAll('.', '\\.')}\\+tz\\.20\\d\\d[a-z]$`));
    expect(chart({ birth: { date: '2000-01-01' }, sex: 'male' }).engineVersion).toBe(ENGINE_VERSION);
  });
});
