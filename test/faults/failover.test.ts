import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type FailoverFigures, failover } from './failover.ts';

const SEED = Number(process.env.FC_SEED ?? 7);

test('six restarts of the server lose nothing, do nothing twice, and hang nothing', async () => {
  const figures = await failover.run({ seed: SEED, short: true, without: false, progress: () => {} });
  expect(figures).toMatchObject({ seed: SEED, restarts: 6, violations: [] });
});

test('the same without the mend of the driver is found to fail, and the command says so', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const args = ['test/faults/faults.ts', 'failover', '--short', '--seed', String(SEED), '--without-mend'];
  const command = spawn(process.execPath, args, { cwd: root, timeout: 50_000, killSignal: 'SIGKILL' });
  let output = '';
  command.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [code] = await once(command, 'close');
  expect(code).toBe(1);
  const figures = JSON.parse(output) as FailoverFigures;
  expect(figures).toMatchObject({ name: 'failover', seed: SEED, mended: false });
  expect(figures.violations.join('\n')).toMatch(/the process ended with 1: TypeError.*'write'|calls hang/);
});
