import { expect, test } from 'vitest';
import { read } from '../../../../platform/db/read.ts';

const failing = (name: string, code: string) => Promise.reject(Object.assign(new Error('it failed'), { name, code }));

test('a result is given as it is', async () => {
  expect(await read(Promise.resolve([1]))).toEqual([1]);
});

test.each([
  ['Error', 'CONNECTION_CLOSED'],
  ['PostgresError', '57P01'],
])('a reading that lost its connection (%s %s) is told as 503', async (name, code) => {
  await expect(read(failing(name, code))).rejects.toMatchObject({
    kind: { code: 'database_unavailable', status: 503 },
    headers: { 'retry-after': '5' },
  });
});

test('what the server refuses stays as it is', async () => {
  await expect(read(failing('PostgresError', '42501'))).rejects.toMatchObject({ code: '42501' });
});
