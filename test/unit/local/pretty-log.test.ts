import { afterEach, expect, test, vi } from 'vitest';
import { prettyLog } from '../../../local/pretty-log.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';
import { testEncryption } from '../platform/encryption/test-encryption.ts';

const shown = vi.spyOn(console, 'log').mockImplementation(() => {});
afterEach(() => shown.mockClear());

test('an erasure is shown as one line, and carried out', async () => {
  const { keys } = testEncryption();
  await keys.create('minji');
  const sink = logTo(prettyLog);
  try {
    await keys.destroy('minji');
  } finally {
    logTo(sink);
  }
  expect(shown.mock.calls.map(([line]) => line)).toEqual([
    expect.stringMatching(/^\d\d:\d\d:\d\d {2}account-erased {2}minji$/),
  ]);
  expect(await keys.isErased('minji')).toBe(true);
});
