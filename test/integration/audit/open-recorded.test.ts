import { beforeEach, describe, expect, it } from 'vitest';
import { type Access, createAccessLog } from '../../../platform/audit/access-log.ts';
import { openRecorded } from '../../../platform/audit/open-recorded.ts';
import { openDatabase } from '../../../platform/db/connection.ts';
import type { FieldPlace } from '../../../platform/encryption/field-cipher.ts';
import { UnopenedField } from '../../../platform/encryption/unopened-field.ts';
import { testDatabase } from '../database.ts';

const { database, owner } = await testDatabase();
const { sql } = database;

const SUBJECT = '11111111-1111-4111-8111-111111111111';
const at = new Date('2026-05-15T05:30:00.123Z');
const place: FieldPlace = { userId: SUBJECT, table: 'saju_pillars', column: 'encrypted_chart', rowId: 'row' };
const access: Access = {
  actorId: 'someone',
  subjectId: SUBJECT,
  purpose: 'GET /test',
  requestId: 'request',
  places: [place],
};

const outcomes = async () => {
  const rows = await owner.sql<{ outcome: string }[]>`select outcome from access_records order by id`;
  return rows.map(({ outcome }) => outcome);
};

const opening = openRecorded({
  log: createAccessLog(sql),
  cipher: { open: async () => Buffer.from('plain') },
  now: () => at,
});

const failing = openRecorded({
  log: createAccessLog(sql),
  cipher: {
    open: async () => {
      throw new UnopenedField('altered');
    },
  },
  now: () => at,
});

beforeEach(async () => {
  await owner.sql.unsafe('alter table access_records disable trigger all; delete from access_records');
});

describe('openRecorded', () => {
  it('keeps who read what, of whom, why and when, and no value', async () => {
    expect(await opening(access, async ({ open }) => Buffer.from(await open(place, Buffer.of(1))).toString())).toBe(
      'plain',
    );
    expect(
      await sql`select actor_id, subject_id, purpose, request_id, places, outcome, accessed_at from access_records`,
    ).toEqual([
      {
        actor_id: 'someone',
        subject_id: SUBJECT,
        purpose: 'GET /test',
        request_id: 'request',
        places: [{ table: 'saju_pillars', column: 'encrypted_chart', rowId: 'row' }],
        outcome: 'granted',
        accessed_at: at,
      },
    ]);
  });

  it('has committed the record before anything is opened', async () => {
    await opening(access, async () => {
      // Another connection sees it.
      expect(await outcomes()).toEqual(['granted']);
    });
  });

  it('opens nothing where the record cannot be written', async () => {
    let begun = false;
    const attempt = opening({ ...access, subjectId: 'no one' }, async () => {
      begun = true;
    });
    await expect(attempt).rejects.toMatchObject({ name: 'AccessNotRecorded', cause: { code: '22P02' } });
    expect(begun).toBe(false);
  });

  it('says that the database cannot be reached where that is why, and opens nothing', async () => {
    const nowhere = openDatabase({ url: 'postgres://127.0.0.1:1/none', connections: 1, applicationName: 'tests' });
    const unreachable = openRecorded({
      log: createAccessLog(nowhere.sql),
      cipher: { open: async () => Buffer.from('plain') },
      now: () => at,
    });
    let begun = false;
    const attempt = unreachable(access, async () => {
      begun = true;
    });
    await expect(attempt).rejects.toMatchObject({ name: 'AccessNotRecorded', kind: { code: 'database_unavailable' } });
    expect(begun).toBe(false);
    await nowhere.close();
  });

  it('records with its code what did not open, and fails', async () => {
    await expect(failing(access, ({ open }) => open(place, Buffer.of(1)))).rejects.toThrow(UnopenedField);
    expect(await outcomes()).toEqual(['granted', 'altered']);
  });

  it('leaves other failures to others', async () => {
    await expect(opening(access, () => Promise.reject(new TypeError('other')))).rejects.toThrow(TypeError);
    expect(await outcomes()).toEqual(['granted']);
  });

  it.each([
    ['another row', { ...place, rowId: 'other' }],
    ['another column', { ...place, column: 'other' }],
    ['another table', { ...place, table: 'other' }],
    ['another user', { ...place, userId: 'other' }],
  ])('opens %s for nobody who did not record it', async (_, other) => {
    await expect(opening(access, ({ open }) => open(other, Buffer.of(1)))).rejects.toMatchObject({
      name: 'UnrecordedPlace',
    });
  });
});
