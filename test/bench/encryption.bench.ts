import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { testEncryption } from '../unit/platform/encryption/test-encryption.ts';
import { type Bench, type Figure, rounded, showTable } from './figure.ts';
import { median } from './measure.ts';

export const encryptionBench: Bench = { encryption: fields };

const ROUNDS = 9;
const ROUND_MS = 300;
const USERS = 100;

/** As long as a label of a person is. */
const value = '김민지, 1990년 5월 17일';
const valueBytes = Buffer.byteLength(value);

/** Does it to the field of that number. */
type Work = (n: number) => unknown;

/**
 * Fields a second that are sealed and opened, for 100 users whose keys are held, against AES-256-GCM of node:crypto under one
 * key: nonce, ciphertext and tag in one buffer, without place, version or key id.
 */
async function fields(): Promise<readonly Figure[]> {
  const { cipher, keys } = testEncryption();
  const places = Array.from({ length: USERS }, () => {
    const userId = crypto.randomUUID();
    return { userId, table: 'user_sensitive_info', column: 'encrypted_label', rowId: crypto.randomUUID() };
  });
  for (const { userId } of places) await keys.create(userId);
  const sealed = await Promise.all(places.map(place => cipher.seal(place, value)));
  const key = createSecretKey(randomBytes(32));
  const bareSealed = bareSeal(key);
  const bytes = sealed[0]!.length - valueBytes;

  const rates = await measure({
    'bare seal': () => bareSeal(key),
    seal: n => cipher.seal(places[n % USERS]!, value),
    'bare open': () => bareOpen(key, bareSealed),
    open: n => cipher.open(places[n % USERS]!, sealed[n % USERS]!),
  });
  showTable(
    `fields of ${valueBytes} bytes, one after another`,
    Object.entries(rates).map(([name, rounds]) => ({ name, 'fields/s': median(rounds) })),
  );
  return [
    figure('encryption', rates.seal!, rates['bare seal']!),
    figure('encryption:open', rates.open!, rates['bare open']!),
    {
      name: 'encryption:size',
      value: bytes,
      unit: 'bytes a field',
      against: 'AES-GCM alone: 28',
      ratio: rounded(28 / bytes),
    },
  ];
}

function figure(name: string, ours: readonly number[], bare: readonly number[]): Figure {
  return {
    name,
    value: rounded(median(ours)),
    unit: 'fields/s',
    against: `bare AES-256-GCM: ${rounded(median(bare))}`,
    ratio: rounded(median(ours.map((rate, round) => rate / bare[round]!))),
  };
}

function bareSeal(key: ReturnType<typeof createSecretKey>): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function bareOpen(key: ReturnType<typeof createSecretKey>, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(sealed.subarray(-16));
  const opened = decipher.update(sealed.subarray(12, -16));
  decipher.final();
  return opened;
}

/** In turns, so that what slows the machine for a while slows all of them. */
async function measure(contenders: Readonly<Record<string, Work>>): Promise<Readonly<Record<string, number[]>>> {
  const rates = Object.fromEntries(Object.keys(contenders).map(name => [name, [] as number[]]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(contenders)) {
      const start = performance.now();
      let count = 0;
      while (performance.now() - start < ROUND_MS) {
        // All are waited for, the bare ones too: what is compared is the work.
        for (let n = 0; n < 20; n++) await work(count++);
      }
      // The first round warms up.
      if (round >= 0) rates[name]!.push((count / (performance.now() - start)) * 1000);
    }
  }
  return rates;
}
