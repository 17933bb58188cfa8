import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/database.ts';
import { evolved, handle, load } from '../../../platform/events/aggregate.ts';
import { append, readStream } from '../../../platform/events/event-store.ts';
import { saveSnapshot } from '../../../platform/events/snapshots.ts';
import { charged, opened, outcome, scenarios, type WalletCommand, wallet } from '../../unit/platform/events/wallet.ts';
import { testDatabase } from '../database.ts';

let database: Database;
beforeAll(async () => {
  ({ database } = await testDatabase());
});

const occurrence = { occurredAt: new Date('2026-01-01T00:00:00Z') };

function command(streamId: string, what: WalletCommand) {
  return database.transaction(tx => handle(tx, wallet, streamId, what, occurrence));
}

describe('on a stream as on bare functions,', () => {
  test.each(scenarios)('$name', async ({ name, given, when, leadsTo }) => {
    if (given.length > 0) await database.transaction(tx => append(tx, name, 'none', given, occurrence));
    expect(await outcome(async () => (await command(name, when)).events)).toEqual(leadsTo);
    const recorded = (await readStream(database.sql, name, wallet.events)).slice(given.length);
    const expected = typeof leadsTo === 'string' ? [] : leadsTo;
    expect(recorded).toMatchObject(expected);
    expect(recorded).toHaveLength(expected.length);
  });
});

const commands = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('charge' as const), amount: fc.integer({ min: 1, max: 9 }) }),
    fc.record({
      do: fc.constant('spend' as const),
      amount: fc.integer({ min: 1, max: 9 }),
      on: fc.string({ unit: 'grapheme' }),
    }),
    fc.record({ do: fc.constant('empty' as const), on: fc.constant('x') }),
  ),
  { minLength: 1, maxLength: 25 },
);

test('snapshot plus tail is what full replay gives, at every version and from a snapshot of every version', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(commands, async list => {
      const streamId = `random-${run++}`;
      await command(streamId, { do: 'open', owner: 'u' });
      for (const what of list) {
        await outcome(() => command(streamId, what));
        const events = await readStream(database.sql, streamId, wallet.events);
        const loaded = await load(database.sql, wallet, streamId);
        expect(loaded).toMatchObject({ state: evolved(wallet, events), version: events.length });
        expect(loaded.snapshotVersion).toBe(events.length - (events.length % wallet.snapshot!.every));
      }
      const events = await readStream(database.sql, streamId, wallet.events);
      for (let version = 1; version <= events.length; version++) {
        const ofItsOwn = { ...wallet.snapshot!, version: 1 + version };
        const state = evolved(wallet, events.slice(0, version));
        await saveSnapshot(database.sql, streamId, { version, state }, ofItsOwn, occurrence.occurredAt);
        const loaded = await load(database.sql, { ...wallet, snapshot: ofItsOwn }, streamId);
        expect(loaded).toEqual({ state: evolved(wallet, events), version: events.length, snapshotVersion: version });
      }
    }),
    { numRuns: 15 },
  );
});

describe('a snapshot', () => {
  test('is what is read, in place of the events before it', async () => {
    await database.transaction(tx =>
      append(tx, 'told', 'none', [opened.of({ owner: 'u' }), charged.of({ amount: 1 })], occurrence),
    );
    const state = { owner: 'u', balance: 1_000, bought: [] };
    await saveSnapshot(database.sql, 'told', { version: 1, state }, wallet.snapshot!, occurrence.occurredAt);
    expect(await load(database.sql, wallet, 'told')).toMatchObject({ state: { balance: 1_001 }, version: 2 });
  });

  test('of another shape is passed over, and replaced when the next is due', async () => {
    await command('reshaped', { do: 'open', owner: 'u' });
    for (let n = 0; n < 5; n++) await command('reshaped', { do: 'charge', amount: 1 });
    const reshaped = { ...wallet, snapshot: { ...wallet.snapshot!, version: 2 } };
    expect(await load(database.sql, reshaped, 'reshaped')).toMatchObject({ state: { balance: 5 }, snapshotVersion: 0 });
    await database.transaction(tx => handle(tx, reshaped, 'reshaped', { do: 'charge', amount: 1 }, occurrence));
    expect(await load(database.sql, reshaped, 'reshaped')).toMatchObject({ state: { balance: 6 }, snapshotVersion: 7 });
  });

  test('is never taken back to an older version', async () => {
    await database.transaction(tx =>
      append(tx, 'ahead', 'none', [opened.of({ owner: 'u' }), charged.of({ amount: 1 })], occurrence),
    );
    const { snapshot } = wallet;
    for (const version of [2, 1]) {
      const state = { owner: 'u', balance: version - 1, bought: [] };
      await saveSnapshot(database.sql, 'ahead', { version, state }, snapshot!, occurrence.occurredAt);
    }
    expect(await load(database.sql, wallet, 'ahead')).toMatchObject({ snapshotVersion: 2 });
  });

  test('is undone with the transaction that takes it', async () => {
    await command('unkept', { do: 'open', owner: 'u' });
    const failed = database.transaction(async tx => {
      for (let n = 0; n < 6; n++) await handle(tx, wallet, 'unkept', { do: 'charge', amount: 1 }, occurrence);
      throw new Error('after the snapshot');
    });
    await expect(failed).rejects.toThrow('after the snapshot');
    expect(await load(database.sql, wallet, 'unkept')).toMatchObject({ version: 1, snapshotVersion: 0 });
  });
});

test('10 writers with commands on one stream come one after another: none conflicts, none is lost', async () => {
  await command('shared', { do: 'open', owner: 'u' });
  await command('shared', { do: 'charge', amount: 100 });
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const codes: unknown[] = [];
      for (let n = 0; n < 15; n++)
        codes.push(await outcome(() => command('shared', { do: 'spend', amount: 1, on: 'x' })));
      return codes;
    }),
  );
  // 150 try to spend one of 100 coins each.
  expect(outcomes.flat().filter(result => result === 'overdrawn')).toHaveLength(50);
  expect(await load(database.sql, wallet, 'shared')).toMatchObject({ state: { balance: 0 }, version: 102 });
});
