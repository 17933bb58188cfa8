import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../local/engines/free-port.ts';
import { type Runner, startRunner } from './local-runner.ts';

/** Sends bytes and gives all that comes back. */
async function raw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  let received = '';
  socket.on('data', text => {
    received += text;
  });
  socket.write(bytes);
  await once(socket, 'close');
  return received;
}

describe('a running server', () => {
  let runner: Runner;
  let port: number;
  let origin: string;

  beforeAll(async () => {
    port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    runner = startRunner({ PORT: String(port) });
    await runner.until('Stop with Ctrl-C');
  });
  afterAll(async () => {
    runner.child.kill('SIGKILL');
    await runner.ended;
  });

  test('has said where it is, what runs, and what to try', () => {
    expect(runner.output()).toMatch(new RegExp(`running at ${origin}, ready in \\d+ ms`));
    expect(runner.output()).toMatch(/operations +\d+ +\d+ ms +Health/);
    expect(runner.output()).toContain(`curl ${origin}/health/live`);
    expect(runner.output()).toContain(`${origin}/docs`);
  });

  test('answers, and shows each request in a line', async () => {
    const response = await fetch(`${origin}/health/live`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'live' });
    await runner.until('GET /health/live');
  });

  test('sends compressed bytes as they are', async () => {
    const response = await fetch(`${origin}/openapi.json`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.json()).toMatchObject({ openapi: '3.1.0' });
  });

  test('answers 304 without a body', async () => {
    const etag = (await fetch(`${origin}/docs`)).headers.get('etag')!;
    const again = await fetch(`${origin}/docs`, { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
  });

  test('answers a preflight, and lets other origins read', async () => {
    const preflight = await fetch(`${origin}/v1/saju/charts`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://example.com', 'Access-Control-Request-Method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type');
    const read = await fetch(`${origin}/health/live`, { headers: { Origin: 'https://example.com' } });
    expect(read.headers.get('access-control-allow-origin')).toBe('*');
    expect(read.headers.get('access-control-expose-headers')).toContain('etag');
    expect((await fetch(`${origin}/health/live`)).headers.has('access-control-allow-origin')).toBe(false);
  });

  test('answers HEAD without a body', async () => {
    const response = await raw(port, 'HEAD /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(response).toMatch(/^HTTP\/1\.1 405 [\s\S]*allow: GET[\s\S]*\r\n\r\n$/);
  });

  test('refuses a body over 10 MB, announced or not', async () => {
    const announced = await raw(port, 'POST /docs HTTP/1.1\r\nHost: x\r\nContent-Length: 10485761\r\n\r\n');
    expect(announced).toMatch(/^HTTP\/1\.1 413 /);
    const chunk = `100000\r\n${'a'.repeat(0x100000)}\r\n`;
    const chunked = await raw(
      port,
      `POST /docs HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(11)}`,
    );
    expect(chunked).toMatch(/^HTTP\/1\.1 413 /);
  });

  test.each([
    ['garbage\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: x\r\nContent-Length: nine\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('answers what is not HTTP as HTTP (%#)', async (bytes, status) => {
    expect(await raw(port, bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [\\s\\S]*\\{"message":"[^"]+"\\}$`));
  });

  test('says what to do about Hangul that is not percent-encoded in an address', async () => {
    const answer = await raw(port, 'GET /v1/manse/days/2026-02-04?place=부산 HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*percent-encode the address/);
  });

  test('goes on after all that', async () => {
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
    expect(runner.errors()).toBe('');
  });
});

describe('stopping', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('on %s ends with 0, idle connections or not', async signal => {
    const port = await freePort();
    const runner = startRunner({ PORT: String(port), LOG: 'off' });
    await runner.until('Stop with Ctrl-C');
    const idle = connect(port, '127.0.0.1');
    await once(idle, 'connect');
    await fetch(`http://127.0.0.1:${port}/health/live`);
    runner.child.kill(signal);
    expect(await runner.ended).toBe(0);
    idle.destroy();
  });

  test('on a SIGTERM to `npm start` too, whose shell does not pass it on', async () => {
    const port = await freePort();
    const runner = startRunner({ PORT: String(port), LOG: 'off', HOME: process.env.HOME ?? '/tmp' }, ['npm', 'start']);
    await runner.until('Stop with Ctrl-C');
    runner.child.kill('SIGTERM');
    // Ends when the server has let go of standard output, whatever npm itself ended with.
    await runner.ended;
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow();
  });

  test('lets a request in flight end; a second signal does not', async () => {
    const port = await freePort();
    const half = 'POST /docs HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nab';
    const run = async () => {
      const runner = startRunner({ PORT: String(port), LOG: 'off' });
      await runner.until('Stop with Ctrl-C');
      const socket = connect(port, '127.0.0.1')
        .setEncoding('utf8')
        .on('error', () => {});
      socket.write(half);
      await fetch(`http://127.0.0.1:${port}/health/live`);
      runner.child.kill('SIGTERM');
      while (
        await fetch(`http://127.0.0.1:${port}/health/live`).then(
          () => true,
          () => false,
        )
      );
      return { runner, socket };
    };

    const patient = await run();
    while (!patient.runner.errors().includes('Ctrl-C again ends at once')) await delay(20);
    const answer = once(patient.socket, 'data');
    patient.socket.write('cd');
    expect(String(await answer)).toMatch(/^HTTP\/1\.1 405 [\s\S]*connection: close/i);
    expect(await patient.runner.ended).toBe(0);

    const hasty = await run();
    hasty.runner.child.kill('SIGTERM');
    expect(await hasty.runner.ended).toBe(143);
    hasty.socket.destroy();
  });
});

describe('a start that cannot be', () => {
  test('because the port is in use says so, and what to do', async () => {
    const port = await freePort();
    const holder = createServer().listen(port, '127.0.0.1');
    await once(holder, 'listening');
    const runner = startRunner({ PORT: String(port) });
    expect(await runner.ended).toBe(1);
    expect(runner.errors()).toBe(
      `Port ${port} is in use. Stop what uses it, or take another: PORT=${port + 1} npm start (PORT=0 takes any free one).\n`,
    );
    holder.close();
  });

  test.each([
    [{ PORT: 'abc' }, /PORT: must be a whole number from 0/],
    [{ PORT: '65536' }, /PORT: must be a whole number from 0/],
    [{ MQTT_PORT: '-1' }, /MQTT_PORT: must be a whole number from 0/],
    [{ PORT: '-1', LOG: 'loud' }, /PORT: [\s\S]*LOG: must be pretty, json or off/],
    [{ HOST: '192.0.2.1' }, /HOST=192\.0\.2\.1 is not an address of this machine/],
  ])('because of %j names what is wrong', async (environment, message) => {
    const runner = startRunner({ PORT: '0', ...environment });
    expect(await runner.ended).toBe(1);
    expect(runner.errors()).toMatch(message);
    expect(runner.errors()).not.toMatch(/\n {4}at /);
  });

  test('because Node.js is too old says what to do', () => {
    const old = `Object.defineProperty(process.versions, 'node', { value: '20.19.0' }); await import('./local/check-node.js')`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', old], {
      cwd: new URL('../..', import.meta.url),
      encoding: 'utf8',
      timeout: 10_000,
      killSignal: 'SIGKILL',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('HEAL7 runs on Node.js 24');
    expect(stderr).toContain('npm rebuild node');
  });
});

test('LOG=json keeps standard output for the log alone', async () => {
  const port = await freePort();
  const runner = startRunner({ PORT: String(port), LOG: 'json' });
  while (!runner.errors().includes('Stop with Ctrl-C')) await new Promise(resolve => setTimeout(resolve, 20));
  await fetch(`http://127.0.0.1:${port}/health/live`);
  await runner.until('"GET /health/live"');
  runner.child.kill('SIGTERM');
  expect(await runner.ended).toBe(0);
  for (const text of runner.output().trim().split('\n')) {
    const line = JSON.parse(text);
    expect(line.level, text).toBe('info');
    // A line with metrics for each request and each run of a job; what a job says on its way has its name and no metrics.
    expect('_aws' in line || 'job' in line, text).toBe(true);
  }
});
