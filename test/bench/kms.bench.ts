import { localWrapping } from '../../platform/encryption/local-wrapping.ts';
import { memoryKeyStore } from '../unit/platform/encryption/memory-key-store.ts';
import { counted, masterKey, testEncryption } from '../unit/platform/encryption/test-encryption.ts';
import { seededRandom } from '../unit/seeded-random.ts';
import { type Bench, type Figure, rounded, showTable } from './figure.ts';

export const kmsBench: Bench = { kms: kmsCalls };

const USERS = 1_000;
const REQUESTS = 10_000;
const MOST_PER_THOUSAND = 200;

/** Of one process. Lambda gives a process one request at a time: at 50 ms each, 20 a second are a busy one's. */
const REQUESTS_PER_SECOND = 20;
const OTHER_RATES = [5, 10, 50, 200];

/**
 * Calls of KMS for 1,000 requests of 1,000 users, who come as often as Zipf's law says (s = 1), to a process that has just
 * begun: each request opens a field and seals one, and comes a random time after the one before.
 */
async function kmsCalls(): Promise<readonly Figure[]> {
  const rates = [REQUESTS_PER_SECOND, ...OTHER_RATES];
  const rows = await Promise.all(rates.map(async rate => ({ rate, ...(await callsAt(rate)) })));
  showTable(
    `calls of KMS, ${REQUESTS} requests of ${USERS} users from cold`,
    rows
      .toSorted((a, b) => a.rate - b.rate)
      .map(({ rate, perThousand, first, users }) => ({
        'requests/s': String(rate),
        'calls per 1,000': perThousand,
        'in the first 1,000': first,
        users,
      })),
  );
  const figure = (name: string, calls: number): Figure => ({
    name,
    value: rounded(calls),
    unit: 'KMS calls per 1,000 requests',
    against: `at most ${MOST_PER_THOUSAND}`,
    ratio: rounded(MOST_PER_THOUSAND / calls),
  });
  // The window and the rate decide the figure, so it never stands alone: the first 1,000 from cold meet a third of the users.
  return [
    figure('kms', rows[0]!.perThousand),
    figure('kms:first-1000', rows[0]!.first),
    ...rows.slice(1).map(({ rate, perThousand }) => figure(`kms:${rate}-a-second`, perThousand)),
  ];
}

async function callsAt(requestsPerSecond: number) {
  const store = memoryKeyStore();
  const wrapping = counted(localWrapping([masterKey()]));
  const places = Array.from({ length: USERS }, (_, n) => ({ userId: `u${n}`, table: 't', column: 'c', rowId: '1' }));
  // By another process: this one has made no key and holds none.
  const other = testEncryption({ store, wrapping });
  for (const { userId } of places) await other.keys.create(userId);
  const sealed = await Promise.all(places.map(place => other.cipher.seal(place, 'value')));
  const { cipher, clock } = testEncryption({ store, wrapping });
  const before = sum(wrapping.calls);

  const random = seededRandom(7);
  const pick = zipf(USERS, random);
  const seen = new Set<number>();
  let first = 0;
  for (let n = 0; n < REQUESTS; n++) {
    clock.ms += (-Math.log(1 - random()) / requestsPerSecond) * 1000;
    const user = pick();
    seen.add(user);
    await cipher.open(places[user]!, sealed[user]!);
    await cipher.seal(places[user]!, 'another value');
    if (n === 999) first = sum(wrapping.calls) - before;
  }
  return { perThousand: ((sum(wrapping.calls) - before) / REQUESTS) * 1_000, first, users: seen.size };
}

function sum(calls: Readonly<Record<string, number>>): number {
  return Object.values(calls).reduce((total, count) => total + count, 0);
}

/** Numbers from 0: the n-th as often as 1 in n of the first. */
function zipf(count: number, random: () => number): () => number {
  const ends: number[] = [];
  for (let n = 1; n <= count; n++) ends.push((ends.at(-1) ?? 0) + 1 / n);
  return () => {
    const at = random() * ends.at(-1)!;
    return ends.findIndex(end => at < end);
  };
}
