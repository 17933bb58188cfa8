import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createAccessTokens } from '../../../../platform/tokens/access-token.ts';
import { localSigningKeys, newSigningKey, readSigningKeyFile } from '../../../../platform/tokens/local-signing-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'heal7-token-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const kidsOf = async (path: string) =>
  (await localSigningKeys(readSigningKeyFile(path)).publicKeys()).map(({ kid }) => kid);

test('the file is made once, for its owner alone, and read again', async () => {
  const path = join(folder, 'made.pem');
  const [kid] = await kidsOf(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(await kidsOf(path)).toEqual([kid]);
});

test('a second key in the file verifies, the first signs', async () => {
  const path = join(folder, 'two.pem');
  const [old] = await kidsOf(path);
  const before = createAccessTokens({ keys: localSigningKeys(readSigningKeyFile(path)), issuer: 'urn:test' });
  writeFileSync(path, `${newSigningKey().export({ format: 'pem', type: 'pkcs8' })}${readFileSync(path, 'utf8')}`);
  const [first, second] = await kidsOf(path);
  expect(second).toBe(old);
  const after = createAccessTokens({ keys: localSigningKeys(readSigningKeyFile(path)), issuer: 'urn:test' });
  const now = new Date('2026-01-01T00:00:00Z');
  const subject = { userId: crypto.randomUUID(), sessionId: crypto.randomUUID(), roles: ['member'] } as const;
  expect(await after.verify(await before.issue(subject, now), now)).toMatchObject(subject);
  const [header] = (await after.issue(subject, now)).split('.');
  expect(JSON.parse(Buffer.from(header!, 'base64url').toString())).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: first });
});

test('a file that others may read is refused', async () => {
  const path = join(folder, 'open.pem');
  await kidsOf(path);
  chmodSync(path, 0o640);
  expect(() => readSigningKeyFile(path)).toThrow('Others may read');
});

test('a file without a key is told', () => {
  const path = join(folder, 'empty.pem');
  writeFileSync(path, 'nothing', { mode: 0o600 });
  expect(() => readSigningKeyFile(path)).toThrow(path);
});
