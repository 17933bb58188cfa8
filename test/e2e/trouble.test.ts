import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../../local/engines/free-port.ts';
import { startRunner } from './local-runner.ts';

const HEAL7_DATA = mkdtempSync(join(tmpdir(), 'heal7-trouble-'));
afterAll(() => rmSync(HEAL7_DATA, { recursive: true, force: true }));

test('whoever reads its output and leaves stops it, and nothing is left behind', async () => {
  const piped = '"$0" --import ./local/check-node.js local/start.ts | head -n 3';
  const runner = startRunner({ PORT: '0', HEAL7_DATA }, ['/bin/sh', '-c', piped, process.execPath]);
  await runner.ended;
  expect(runner.output().split('\n')).toHaveLength(4);
  expect(runner.errors()).not.toMatch(/EPIPE|\n {4}at /);
  for (const left of ['environment.json', 'lock.json']) expect(existsSync(join(HEAL7_DATA, left)), left).toBe(false);
});

test('a database that is killed is told of; who asks is told to come again, and a job goes on without', async () => {
  const port = await freePort();
  const runner = startRunner({ PORT: String(port), HEAL7_DATA });
  await runner.until('Stop with Ctrl-C');
  process.kill(Number.parseInt(readFileSync(join(HEAL7_DATA, 'postgres/data/postmaster.pid'), 'utf8'), 10), 'SIGKILL');
  await runner.until('has ended by itself, by SIGKILL');
  expect(runner.output()).toMatch(/^PostgreSQL \(127\.0\.0\.1:\d+\/postgres\) has ended by itself/m);
  const response = await fetch(`http://127.0.0.1:${port}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ contact: { email: 'miso@example.com' }, password: 'correct horse battery staple' }),
  });
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: 'database_unavailable' });

  runner.child.kill('SIGKILL');
  await runner.ended;
  expect(existsSync(join(HEAL7_DATA, 'environment.json'))).toBe(true);
  const job = startRunner({ HEAL7_DATA }, [process.execPath, 'local/jobs/job.ts', 'partitions']);
  expect(await job.ended).toBe(0);
  expect(job.output()).toMatch(/partitions {2}made \d+\n$/);
}, 45_000);
