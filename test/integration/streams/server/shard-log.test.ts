import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ShardLog } from '../../../../local/engines/stream-server/shard-log.ts';
import { seededRandom } from '../../../unit/seeded-random.ts';

const folder = await mkdtemp(join(tmpdir(), 'heal7-shard-log-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const HOUR = 3_600_000;
const CREATED = Date.UTC(2026, 10, 25);

let clock = CREATED;

function open(name: string): ShardLog {
  return new ShardLog({
    folder: join(folder, name),
    streamCreatedAt: CREATED,
    shard: 0,
    retentionMs: 24 * HOUR,
    now: () => clock,
    // Some four records.
    segmentBytes: 500,
  });
}

const dataOf = (bytes: Buffer): readonly string[] =>
  (JSON.parse(`[${bytes.toString().slice(0, -2)}]`) as { Data: string }[]).map(({ Data }) => Data);

/** All from a position on, some at a time. */
function readAll(log: ShardLog, position: number, limit: number): readonly string[] {
  const all: string[] = [];
  for (let from = position; ; ) {
    const { bytes, count, next } = log.read(from, limit);
    if (count === 0) return all;
    expect(count).toBeLessThanOrEqual(limit);
    all.push(...dataOf(bytes));
    from = next;
  }
}

test('a log that has grown past its segments is one log', async () => {
  const log = open('segments');
  for (let n = 0; n < 40; n++) {
    log.append(`data${String(n).padStart(4, '0')}`, 'key');
    await log.written();
  }
  const files = await readdir(join(folder, 'segments'));
  expect(files.length).toBeGreaterThan(5);
  expect(readAll(log, 0, 10_000)).toHaveLength(40);
  log.close();
  const again = open('segments');
  expect([again.start, again.end]).toEqual([log.start, log.end]);
  expect(readAll(again, 0, 3)).toEqual(readAll(log, 0, 10_000));
});

test.each([1, 2, 3, 4, 5])(
  'whatever happens to it, a log is the records that were appended and are not past (%i)',
  async seed => {
    const random = seededRandom(seed);
    const upTo = (most: number) => Math.floor(random() * (most + 1));
    const name = `random-${seed}`;
    clock = CREATED;
    let log = open(name);
    /** Of each record: when it arrived, its position, its data. */
    const appended: { readonly at: number; readonly position: number; readonly data: string }[] = [];
    for (let step = 0; step < 400; step++) {
      const what = random();
      if (what < 0.6) {
        const numbers = Array.from({ length: 1 + upTo(5) }, () => {
          const data = String(appended.length).padStart(4 * (1 + upTo(40)), '0');
          const number = log.append(data, `열쇠 "${step}"`);
          appended.push({ at: clock, position: Number(number.slice(-16)) - 1, data });
          return number;
        });
        await log.written();
        expect(numbers).toEqual(numbers.toSorted());
      } else if (what < 0.8) {
        clock += upTo(2 * HOUR);
      } else if (what < 0.9) {
        log.trim();
      } else {
        log.close();
        log = open(name);
      }
      const kept = appended.filter(({ position }) => position >= log.start);
      const first = kept[upTo(kept.length - 1)];
      if (first === undefined) continue;
      expect(log.has(first.position)).toBe(true);
      expect(readAll(log, first.position, 1 + upTo(20))).toEqual(
        kept.slice(kept.indexOf(first)).map(({ data }) => data),
      );
      const after = first.at - upTo(1);
      expect(log.positionAt(after)).toBe(kept.find(({ at }) => at >= after)!.position);
    }
    log.trim();
    const past = appended.filter(({ at }) => at <= clock - 26 * HOUR);
    expect(past.length).toBeGreaterThan(0);
    expect(past.filter(({ position }) => position >= log.start)).toEqual([]);
    expect(appended.filter(({ at, position }) => at > clock - 24 * HOUR && position < log.start)).toEqual([]);
  },
);
