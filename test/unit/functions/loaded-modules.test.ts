import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const DEADLINE_MS = 15_000;

/** Prints the addresses of all modules that a module loads before anything is asked of it. */
const PROGRAM = `
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
await import(process.argv[1]);
process.stdout.write(loaded.join('\\n'), () => process.exit(0));`;

async function modulesOf(entry: string): Promise<readonly string[]> {
  const url = new URL(`../../../${entry}`, import.meta.url).href;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', PROGRAM, url], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    timeout: DEADLINE_MS,
    killSignal: 'SIGKILL',
    maxBuffer: 4 * 1024 * 1024,
  });
  return stdout.split('\n');
}

const PRIVATE =
  /node_modules\/(?:postgres|jose|oauth4webapi|@aws-sdk)\/|platform\/db\/connection|platform\/tokens\/authenticate/;

test.each(['saju', 'manse', 'operations'])(
  '%s answers strangers, and loads neither tokens nor the database for it',
  async domain => {
    const modules = await modulesOf(`functions/${domain}/http.ts`);
    expect(modules).toContainEqual(expect.stringContaining('platform/http/http-function.ts'));
    expect(modules.filter(url => PRIVATE.test(url))).toEqual([]);
  },
);

test('users does', async () => {
  expect((await modulesOf('functions/users/http.ts')).filter(url => PRIVATE.test(url))).not.toEqual([]);
});
