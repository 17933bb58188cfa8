import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testDatabase } from '../database.ts';

const { database } = await testDatabase();
const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8');
const section = /^## Who read whose data\n(.*?)^## /ms.exec(runbook)![1]!;
const queries = [...section.matchAll(/```sql\n(.*?)```/gs)].flatMap(([, sql]) =>
  sql!.split(/;\s*\n/).filter(each => each.trim()),
);

const SUBJECT = '11111111-1111-4111-8111-111111111111';
const variables: Readonly<Record<string, string>> = {
  subject: SUBJECT,
  actor: 'someone',
  request: 'request',
  day: 'today',
};

test('the runbook has a query for each question', () => {
  expect(queries).toHaveLength(6);
});

test('each of its queries runs and finds what it asks for', async () => {
  await database.sql`
    insert into access_records (actor_id, subject_id, purpose, request_id, places, outcome, accessed_at)
    select 'someone', subject, 'GET /test', 'request', '[]', outcome, now()
    from (
      select ${SUBJECT}::uuid as subject, 'granted' as outcome from generate_series(1, 501)
      union all select gen_random_uuid(), 'granted' from generate_series(1, 21)
      union all select ${SUBJECT}::uuid, 'altered'
    ) as readings`;
  for (const query of queries) {
    const filled = query.replaceAll(/:'(\w+)'/g, (_, name: string) => `'${variables[name]}'`);
    expect((await database.sql.unsafe(filled)).length, query).toBeGreaterThan(0);
  }
});
