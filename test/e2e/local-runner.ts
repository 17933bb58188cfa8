import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** A child that has not ended by then is killed: a process that exits while it optimises may hang (nodejs/node#54918). */
const DEADLINE_MS = 25_000;

/** The local runner in a process of its own. */
export interface Runner {
  readonly child: ChildProcess;
  /** Standard output until now. */
  output(): string;
  errors(): string;
  /** Waits for text on standard output. */
  until(text: string): Promise<void>;
  /** Exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The data of a file's runners, one after another: made at the first start, and gone after the file's tests. */
const data = mkdtempSync(join(tmpdir(), 'heal7-e2e-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

const itself = [process.execPath, '--import', './local/check-node.js', 'local/start.ts'] as const;

export function startRunner(
  environment: Readonly<Record<string, string>>,
  [command, ...args]: readonly [string, ...string[]] = itself,
): Runner {
  const child = spawn(command, args, {
    cwd: root,
    env: { PATH: process.env.PATH, HEAL7_DATA: data, MQTT_PORT: '0', ...environment },
  });
  const deadline = setTimeout(() => child.kill('SIGKILL'), DEADLINE_MS);
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<number | string>(resolve => {
    child.on('close', (code, signal) => {
      clearTimeout(deadline);
      resolve(code ?? signal ?? 'unknown');
    });
  });
  return {
    child,
    output: () => output,
    errors: () => errors,
    ended,
    until: text =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (output.includes(text)) resolve();
        };
        look();
        child.stdout.on('data', look);
        void ended.then(code => reject(new Error(`It ended with ${code} before "${text}":\n${output}${errors}`)));
      }),
  };
}
