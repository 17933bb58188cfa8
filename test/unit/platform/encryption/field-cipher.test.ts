import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FieldPlace } from '../../../../platform/encryption/field-cipher.ts';
import { localWrapping } from '../../../../platform/encryption/local-wrapping.ts';
import { memoryKeyStore } from './memory-key-store.ts';
import { masterKey, testEncryption } from './test-encryption.ts';

const place = { userId: 'minji', table: 'user_sensitive_info', column: 'encrypted_birth_date', rowId: 'row-1' };
const { cipher, keys } = testEncryption();

beforeAll(async () => {
  for (const userId of ['minji', 'junho']) await keys.create(userId);
});

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const unopened = (code: string) => expect.objectContaining({ name: 'UnopenedField', code });

/** Any text, ill-formed Unicode too. */
const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const anyPlace: fc.Arbitrary<FieldPlace> = fc.record({
  userId: fc.constantFrom('minji', 'junho'),
  table: anyText,
  column: anyText,
  rowId: anyText,
});

test('what is sealed opens in its place, and is 37 bytes longer', () =>
  fc.assert(
    fc.asyncProperty(anyPlace, fc.uint8Array({ maxLength: 300 }), async (at, value) => {
      const sealed = await cipher.seal(at, value);
      expect(sealed.length).toBe(value.length + 37);
      expect(Buffer.from(await cipher.open(at, sealed)).equals(value)).toBe(true);
    }),
  ));

test('what is sealed does not open in any other place', () =>
  fc.assert(
    fc.asyncProperty(
      anyPlace,
      anyPlace,
      fc.subarray(['table', 'column', 'rowId'] as const, { minLength: 1 }),
      async (at, other, moved) => {
        const sealed = await cipher.seal(at, 'value');
        const elsewhere = { ...at, ...Object.fromEntries(moved.map(part => [part, other[part]])) };
        fc.pre(moved.some(part => elsewhere[part] !== at[part]));
        await expect(cipher.open(elsewhere, sealed)).rejects.toEqual(unopened('altered'));
      },
    ),
  ));

test('a border between two parts of a place that is moved makes another place', () =>
  fc.assert(
    fc.asyncProperty(anyText, fc.nat(), fc.nat(), async (whole, first, second) => {
      const [one, two] = [first % (whole.length + 1), second % (whole.length + 1)];
      fc.pre(one !== two);
      const at = (border: number) => ({ ...place, table: whole.slice(0, border), column: whole.slice(border) });
      await expect(cipher.open(at(two), await cipher.seal(at(one), 'value'))).rejects.toEqual(unopened('altered'));
    }),
  ));

test('row ids of ill-formed Unicode are not taken for each other', async () => {
  const sealed = await cipher.seal({ ...place, rowId: '\ud800' }, 'value');
  await expect(cipher.open({ ...place, rowId: '\ud801' }, sealed)).rejects.toEqual(unopened('altered'));
});

test('two sealings of one value have nothing in common but version, key id and length', () =>
  fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 8, maxLength: 100 }), async value => {
      const [one, other] = await Promise.all([cipher.seal(place, value), cipher.seal(place, value)]);
      expect(text(one.subarray(0, 9))).toBe(text(other.subarray(0, 9)));
      expect(Buffer.from(one.subarray(9, 21)).equals(other.subarray(9, 21))).toBe(false);
      expect(Buffer.from(one.subarray(21)).equals(other.subarray(21))).toBe(false);
    }),
  ));

describe('an attack on a stored value', () => {
  const secret = '1990-05-17';
  const sealed = () => cipher.seal(place, secret);

  test.each([
    ['another user', { userId: 'junho' }, 'unknown_key'],
    ['another table', { table: 'users' }, 'altered'],
    ['another column', { column: 'encrypted_birth_time' }, 'altered'],
    ['another row', { rowId: 'row-2' }, 'altered'],
  ])('that moves it to %s', async (_, elsewhere, code) => {
    await expect(cipher.open({ ...place, ...elsewhere }, await sealed())).rejects.toEqual(unopened(code));
  });

  test('that gives a user the ring of another does not open what is sealed for that one', async () => {
    const store = memoryKeyStore();
    const own = testEncryption({ store });
    await own.keys.create('minji');
    const value = await own.cipher.seal(place, secret);
    store.rings.set('thief', store.rings.get('minji')!);
    await expect(own.cipher.open({ ...place, userId: 'thief' }, value)).rejects.toEqual(unopened('key_denied'));
  });

  test('that changes any one bit of any byte', async () => {
    const value = await sealed();
    for (let at = 0; at < value.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const changed = Uint8Array.from(value);
        changed[at]! ^= 1 << bit;
        const code = at === 0 ? 'unknown_version' : at < 9 ? 'unknown_key' : 'altered';
        await expect(cipher.open(place, changed), `byte ${at}`).rejects.toEqual(unopened(code));
      }
    }
  });

  test('that replaces any one byte, or some, by others', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(46), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 47 }),
        async changes => {
          const value = await sealed();
          const changed = Uint8Array.from(value);
          for (const [at, by] of changes) changed[at]! ^= by;
          fc.pre(changed.some((byte, at) => byte !== value[at]));
          await expect(cipher.open(place, changed)).rejects.toEqual(expect.objectContaining({ name: 'UnopenedField' }));
        },
      ),
    ));

  test('that cuts its tag, its nonce, or all but any length of it', async () => {
    const value = await sealed();
    for (let length = 0; length < value.length; length++) {
      const code = length < 37 ? 'malformed' : 'altered';
      await expect(cipher.open(place, value.subarray(0, length)), `${length} bytes`).rejects.toEqual(unopened(code));
    }
    const withoutNonce = Buffer.concat([value.subarray(0, 9), value.subarray(21)]);
    await expect(cipher.open(place, withoutNonce)).rejects.toEqual(unopened('malformed'));
  });

  test('that adds to it', async () => {
    const longer = Buffer.concat([await sealed(), Buffer.alloc(1)]);
    await expect(cipher.open(place, longer)).rejects.toEqual(unopened('altered'));
  });

  test('that says another version, or another key', async () => {
    const value = Uint8Array.from(await sealed());
    for (const version of [0, 2, 255]) {
      value[0] = version;
      await expect(cipher.open(place, value)).rejects.toEqual(unopened('unknown_version'));
    }
    value[0] = 1;
    value.fill(0, 1, 9);
    await expect(cipher.open(place, value)).rejects.toEqual(unopened('unknown_key'));
  });

  test('that says a former key of the same user', async () => {
    const own = testEncryption();
    await own.keys.create('minji');
    const former = await own.cipher.seal(place, secret);
    await own.keys.rotate('minji');
    const value = Uint8Array.from(await own.cipher.seal(place, secret));
    value.set(former.subarray(1, 9), 1);
    await expect(own.cipher.open(place, value)).rejects.toEqual(unopened('altered'));
  });

  test('of a user who never had a key', async () => {
    await expect(cipher.open({ ...place, userId: 'nobody' }, await sealed())).rejects.toEqual(unopened('unknown_key'));
    await expect(cipher.seal({ ...place, userId: 'nobody' }, secret)).rejects.toMatchObject({ code: 'unknown_key' });
  });
});

describe('rotation', () => {
  test('seals under the new key and opens what is under the old ones', async () => {
    const own = testEncryption();
    await own.keys.create('minji');
    const values = [await own.cipher.seal(place, 'first')];
    for (const value of ['second', 'third']) {
      await own.keys.rotate('minji');
      values.push(await own.cipher.seal(place, value));
    }
    expect(new Set(values.map(value => Buffer.from(value.subarray(1, 9)).toString('hex'))).size).toBe(3);
    const opened = await Promise.all(values.map(async value => text(await own.cipher.open(place, value))));
    expect(opened).toEqual(['first', 'second', 'third']);
  });

  test('lets a value be sealed again under the new key, once', async () => {
    const own = testEncryption();
    await own.keys.create('minji');
    const old = await own.cipher.seal(place, 'value');
    expect(await own.reseal(place, old)).toBeUndefined();
    await own.keys.rotate('minji');
    const renewed = (await own.reseal(place, old))!;
    expect(text(await own.cipher.open(place, renewed))).toBe('value');
    expect(await own.reseal(place, renewed)).toBeUndefined();
    await expect(own.reseal({ ...place, rowId: 'row-2' }, old)).rejects.toEqual(unopened('altered'));
  });

  test('reaches a process that holds the former key at once for opening, and in 5 minutes for sealing', async () => {
    const store = memoryKeyStore();
    const wrapping = localWrapping([masterKey()]);
    const [here, there] = [testEncryption({ store, wrapping }), testEncryption({ store, wrapping })];
    await here.keys.create('minji');
    const first = await there.cipher.seal(place, 'first');
    await here.keys.rotate('minji');
    const second = await here.cipher.seal(place, 'second');
    expect(text(await there.cipher.open(place, first))).toBe('first');
    expect(await there.cipher.seal(place, '')).toMatchObject({ 1: first[1], 2: first[2], 3: first[3], 4: first[4] });
    there.clock.ms += 300_000;
    expect(await there.cipher.seal(place, '')).toMatchObject({
      1: second[1],
      2: second[2],
      3: second[3],
      4: second[4],
    });
    expect(text(await there.cipher.open(place, second))).toBe('second');
  });
});
