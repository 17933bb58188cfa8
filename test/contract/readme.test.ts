import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { expect, test } from 'vitest';
import { createClient } from './client.ts';

/** What the README tells to paste, and what it says comes back. */

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const ORIGIN = 'http://127.0.0.1:7007';
const client = await createClient();

test('the pasted request gives the printed answer', async () => {
  const parts =
    /curl -s \S+?7007(\S+) -H '([^:]+): ([^']+)' \\\s+-d '([^']+)' \|\s+node -p '([^']+)'\n```\n+```text\n(.+)\n```/.exec(
      readme,
    );
  const [, path = '', header = '', value = '', body = '', script = '', printed = ''] = parts ?? [];
  const { text } = await client('POST', path, { body, headers: { [header]: value } });
  expect(vm.runInNewContext(script, { fs: { readFileSync: () => text } })).toBe(printed);
});

test('every other request of the README is answered', async () => {
  const rows = [...readme.matchAll(/^\| `(\/\S+?)(?: -H '([^:]+): ([^']+)' -d '([^']+)')?` \|/gm)];
  expect(rows.length).toBeGreaterThan(3);
  for (const [, path = '', header, value, body] of rows) {
    const sent = body === undefined ? {} : { body, headers: { [header!]: value! } };
    expect((await client(body === undefined ? 'GET' : 'POST', path, sent)).status, path).toBe(200);
  }
  expect(readme).toContain(`curl -s ${ORIGIN}`);
});
