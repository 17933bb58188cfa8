import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testDatabase } from '../database.ts';

const { database } = await testDatabase();
const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8');

const SUBJECT = '11111111-1111-4111-8111-111111111111';
const variables: Readonly<Record<string, string>> = {
  subject: SUBJECT,
  actor: 'someone',
  request: 'request',
  day: 'today',
};

/** The queries of a section, filled in. */
function queriesOf(heading: string): readonly string[] {
  const section = new RegExp(`^## ${heading}\\n(.*?)^## `, 'ms').exec(runbook)![1]!;
  return [...section.matchAll(/```sql\n(.*?)```/gs)].flatMap(([, sql]) =>
    sql!
      .split(/;\s*\n/)
      .filter(each => each.trim())
      .map(query => query.replaceAll(/:'(\w+)'/g, (_, name: string) => `'${variables[name]}'`)),
  );
}

test('who did what: each query of the runbook runs and finds what it asks for', async () => {
  const { sql } = database;
  await sql`
    insert into audit_log (stream_id, version, event_type, concern, actor_id, subject_id, request_id, details, occurred_at)
    select 'user-1', ordinality, type, 'security', 'someone', ${SUBJECT}, 'request', '{}', now() - interval '1 second'
    from unnest(array['user.password_reset', 'user.contact_changed', 'user.refresh_token_reused'])
      with ordinality as told (type)`;
  await sql`
    insert into events (stream_id, version, type, schema_version, data, occurred_at)
    values ('user-2', 1, 'user.erased', 1, '{}', now())`;
  const queries = queriesOf('Who did what');
  expect(queries).toHaveLength(6);
  for (const query of queries) expect((await sql.unsafe(query)).length, query).toBeGreaterThan(0);
});

test('activity-anomalies: the query says what was done in each', async () => {
  const { sql } = database;
  await sql`
    insert into activity_alerts (user_id, session_started_at, began_at, reached_at)
    values (${SUBJECT}, now() - interval '10 minutes', now() - interval '3 minutes', now() - interval '1 minute')`;
  await sql`
    insert into activity_entries (global_position, user_id, event_type, by_consent, occurred_at)
    select number, ${SUBJECT}, 'chart.stored', false, now() - interval '2 minutes' from generate_series(1, 101) as number`;
  const [query] = queriesOf('activity-anomalies');
  expect(await sql.unsafe(query!)).toMatchObject([{ user_id: SUBJECT, event_type: 'chart.stored', entries: '101' }]);
});
