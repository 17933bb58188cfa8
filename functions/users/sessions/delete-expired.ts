import type { Job } from '../../../platform/jobs/job.ts';

/** What is good for nothing once `expires_at` has passed, each with its key. Refresh tokens before their sessions. */
const EXPIRING = {
  verifications: ['token_hash'],
  social_logins: ['token_hash'],
  login_attempts: ['scope', 'key'],
  known_devices: ['token_hash'],
  refresh_tokens: ['token_hash'],
  sessions: ['id'],
} as const;

const BATCH = 1_000;

/** Deletes what signing up and in has left behind, batch by batch, each its own statement. Counts what went, by table. */
export const deleteExpiredSignIns: Job = async ({ database: { sql }, now, progress }) => {
  const at = now();
  const deleted: Record<string, number> = {};
  for (const [table, columns] of Object.entries(EXPIRING)) {
    deleted[table] = 0;
    for (let count = BATCH; count === BATCH; ) {
      ({ count } = await sql`
        delete from ${sql(table)} where (${sql(columns)}) in (
          select ${sql(columns)} from ${sql(table)} where expires_at <= ${at}
          order by expires_at limit ${BATCH} for update skip locked
        )`);
      deleted[table] += count;
      progress(deleted);
    }
  }
  return deleted;
};
