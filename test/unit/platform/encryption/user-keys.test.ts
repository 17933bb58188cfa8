import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localWrapping } from '../../../../platform/encryption/local-wrapping.ts';
import { reapplyErasures } from '../../../../platform/encryption/reapply-erasures.ts';
import { type LogSink, logTo } from '../../../../platform/observability/log-sink.ts';
import { memoryKeyStore } from './memory-key-store.ts';
import { masterKey, testEncryption } from './test-encryption.ts';

const place = { userId: 'minji', table: 'people', column: 'birth', rowId: 'row-1' };
const erased = expect.objectContaining({ kind: expect.objectContaining({ code: 'account_erased', status: 410 }) });

let lines: string[];
let sink: LogSink;

beforeEach(() => {
  lines = [];
  sink = logTo(line => lines.push(line));
});
afterEach(() => void logTo(sink));

/** Two processes on one table of keys. */
function twoProcesses() {
  const store = memoryKeyStore();
  const wrapping = localWrapping([masterKey()]);
  return [testEncryption({ store, wrapping }), testEncryption({ store, wrapping })] as const;
}

test('a user whose first key is made twice, or by many at once, has one', async () => {
  const [here, there] = twoProcesses();
  await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? here : there).keys.create('minji')));
  await here.keys.create('minji');
  const ring = await here.store.read('minji');
  expect(ring).toMatchObject({ erased: false, keys: { size: 1 } });
  expect(Buffer.from(await there.cipher.open(place, await here.cipher.seal(place, 'value'))).toString()).toBe('value');
});

test('two rotations at once make one new key, or two', async () => {
  const [here, there] = twoProcesses();
  await here.keys.create('minji');
  await Promise.all([here.keys.rotate('minji'), there.keys.rotate('minji')]);
  const ring = await here.store.read('minji');
  if (ring === undefined || ring.erased) throw new Error('no ring');
  expect(ring.keys.size).toBeGreaterThanOrEqual(2);
  expect([...ring.keys.keys()].at(-1)).toBe(ring.currentId);
});

test('who has no key cannot be given another', async () => {
  const { keys } = testEncryption();
  await expect(keys.rotate('nobody')).rejects.toMatchObject({ code: 'unknown_key' });
});

describe('an erasure', () => {
  test('leaves nothing that opens: here at once, elsewhere within 5 minutes', async () => {
    const [here, there] = twoProcesses();
    await here.keys.create('minji');
    const first = await here.cipher.seal(place, 'value');
    await here.keys.rotate('minji');
    const second = await here.cipher.seal(place, 'value');
    await there.cipher.open(place, first);
    await here.keys.destroy('minji');
    for (const value of [first, second]) {
      await expect(here.cipher.open(place, value)).rejects.toMatchObject({ name: 'UnopenedField', code: 'erased' });
    }
    there.clock.ms += 299_999;
    await there.cipher.open(place, first);
    there.clock.ms += 1;
    for (const value of [first, second]) {
      await expect(there.cipher.open(place, value)).rejects.toMatchObject({
        code: 'erased',
        kind: { code: 'account_erased', status: 410 },
      });
    }
  });

  test('leaves a sign: who was erased never gets a key again, nor a new one, in any process', async () => {
    const [here, there] = twoProcesses();
    await here.keys.create('minji');
    expect(await here.keys.isErased('minji')).toBe(false);
    await here.keys.destroy('minji');
    for (const { keys, cipher, store } of [here, there]) {
      expect(await keys.isErased('minji')).toBe(true);
      await expect(keys.create('minji')).rejects.toEqual(erased);
      await expect(keys.rotate('minji')).rejects.toEqual(erased);
      await expect(cipher.seal(place, 'value')).rejects.toEqual(erased);
      expect(await store.read('minji')).toEqual({ erased: true });
    }
    await here.keys.destroy('minji');
    expect(await here.keys.isErased('minji')).toBe(true);
  });

  test('of a user who has no key yet forbids the first one', async () => {
    const [here, there] = twoProcesses();
    await here.keys.destroy('minji');
    await expect(there.keys.create('minji')).rejects.toEqual(erased);
  });

  test('that comes while a first key or another is made is not undone by it', async () => {
    for (const step of ['create', 'rotate'] as const) {
      const [here, there] = twoProcesses();
      if (step === 'rotate') await here.keys.create('minji');
      const making = here.keys[step]('minji').catch(() => {});
      await there.keys.destroy('minji');
      await making;
      expect(await here.store.read('minji')).toEqual({ erased: true });
    }
  });

  test('is logged with the id of who was erased, and nothing else of them', async () => {
    const { keys } = testEncryption();
    await keys.create('minji');
    await keys.destroy('minji');
    expect(lines.map(line => JSON.parse(line))).toEqual([
      { level: 'info', event: 'account-erased', userId: 'minji', at: '2026-01-01T00:00:00.000Z' },
    ]);
  });

  test('is applied again, once, to keys that were brought back', async () => {
    const store = memoryKeyStore();
    const own = testEncryption({ store });
    for (const userId of ['minji', 'junho']) await own.keys.create(userId);
    const value = await own.cipher.seal(place, 'value');
    const backup = new Map(store.rings);
    await own.keys.destroy('minji');
    for (const [userId, ring] of backup) store.rings.set(userId, ring);
    own.clock.ms += 300_000;
    await own.cipher.open(place, value);

    expect(await reapplyErasures(own.keys, ['minji', 'unheard-of'])).toBe(2);
    expect(await reapplyErasures(own.keys, ['minji', 'unheard-of'])).toBe(0);
    await expect(own.cipher.open(place, value)).rejects.toMatchObject({ code: 'erased' });
    expect(await own.keys.isErased('junho')).toBe(false);
  });
});

describe('a table of keys that cannot be reached', () => {
  const away = () => Promise.reject(new Error('away'));
  const unavailable = expect.objectContaining({
    kind: expect.objectContaining({ code: 'keys_unavailable', status: 503 }),
    headers: { 'retry-after': '1' },
  });

  test('is told of as such, and nothing is sealed or opened', async () => {
    const store = { ...memoryKeyStore(), read: away, erase: away };
    const { keys, cipher } = testEncryption({ store });
    for (const action of [keys.create, keys.rotate, keys.destroy, keys.isErased]) {
      await expect(action('minji')).rejects.toEqual(unavailable);
    }
    await expect(cipher.seal(place, 'value')).rejects.toEqual(unavailable);
    const value = Buffer.alloc(40, 1);
    await expect(cipher.open(place, value)).rejects.toEqual(unavailable);
    await expect(cipher.open(place, value)).rejects.toMatchObject({ name: 'UnopenedField', code: 'key_unavailable' });
  });
});
