import { afterEach, expect, test, vi } from 'vitest';
import { settingsFrom } from '../../../../platform/db/environment.ts';

afterEach(() => void vi.unstubAllEnvs());

const DATABASE_URL = 'postgres://heal7:secret@db.example:5432/heal7';

test('on this machine a pool is opened without encryption', () => {
  expect(settingsFrom({ DATABASE_URL })).toEqual({
    url: DATABASE_URL,
    connections: 10,
    applicationName: 'heal7',
    tls: false,
    statementTimeoutMs: 25_000,
  });
});

test('in Lambda there is one connection, closed when it idles', () => {
  expect(settingsFrom({ DATABASE_URL, AWS_LAMBDA_FUNCTION_NAME: 'users-http' })).toMatchObject({
    connections: 1,
    idleSeconds: 20,
    applicationName: 'users-http',
  });
});

test('a proxy that asks for IAM gets a signed token over TLS, and no settings that would pin the session', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example');
  const proxy = 'postgres://heal7@proxy.example/heal7';
  const settings = settingsFrom({ DATABASE_URL: proxy, DATABASE_IAM_REGION: 'ap-northeast-2' });
  expect(settings).toMatchObject({ tls: true });
  expect(settings).not.toHaveProperty('statementTimeoutMs');
  const token = new URL(`https://${await settings.password!(new URL(proxy))}`);
  expect(token.host).toBe('proxy.example:5432');
  expect(token.searchParams.get('DBUser')).toBe('heal7');
  expect(token.searchParams.get('X-Amz-Credential')).toMatch(/^AKIDEXAMPLE\/\d{8}\/ap-northeast-2\/rds-db\//);
});

test.each([
  [{}, 'DATABASE_URL'],
  [{ DATABASE_URL: 'mysql://db.example/heal7' }, 'DATABASE_URL'],
  [{ DATABASE_URL, DATABASE_READER_URL: 'db.example' }, 'DATABASE_READER_URL'],
  [{ DATABASE_URL, DATABASE_TLS: 'on' }, 'DATABASE_TLS'],
])('%j is refused by the name of what is wrong, without its value', (source, variable) => {
  expect(() => settingsFrom(source)).toThrow(expect.objectContaining({ variables: [variable] }));
  expect(() => settingsFrom(source)).not.toThrow(/example/);
});
