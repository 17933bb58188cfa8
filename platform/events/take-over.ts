import type { Transaction } from '../db/database.ts';
import type { EventConsumer } from './event-consumer.ts';
import type { Shadow } from './shadow-tables.ts';

/** Where the live projection is, and where its shadow: how many streams the shadow has come further in. */
export async function streamsAhead(tx: Transaction, { name }: EventConsumer, { schema }: Shadow): Promise<number> {
  const [{ count }] = await tx<[{ count: number }]>`
    select count(*)::int as count from ${tx(`${schema}.replayed`)} as replayed
    left join consumer_positions as position
      on consumer = ${name} and position.stream = replayed.stream and position.event_stream = replayed.event_stream
    where coalesce(position.version, 0) < replayed.version`;
  return count;
}

/** The consumer has seen what was replayed: what is delivered later than that is passed over. */
export async function takeOverPositions(tx: Transaction, { name }: EventConsumer, { schema }: Shadow): Promise<void> {
  await tx`
    update consumer_positions as position set version = replayed.version
    from ${tx(`${schema}.replayed`)} as replayed
    where consumer = ${name} and position.stream = replayed.stream and position.event_stream = replayed.event_stream
      and position.version < replayed.version`;
  await tx`
    insert into consumer_positions (consumer, stream, event_stream, version)
    select ${name}, stream, event_stream, version from ${tx(`${schema}.replayed`)} as replayed
    where not exists (
      select from consumer_positions as position
      where consumer = ${name} and position.stream = replayed.stream and position.event_stream = replayed.event_stream
    )`;
}

/**
 * Closes the dead letters whose events have taken effect in what was built: sent again, they would take effect twice.
 * @returns how many
 */
export async function settleDeadLetters(
  tx: Transaction,
  { name, types }: EventConsumer,
  { schema }: Shadow,
  now: Date,
): Promise<number> {
  const { count } = await tx`
    update dead_letters as letter set state = 'done', closed_at = ${now}
    where consumer = ${name} and state in ('open', 'resent') and event_type = any(${types.map(type => type.name)}::text[])
      and exists (
        select from ${tx(`${schema}.replayed`)} as replayed
        where replayed.stream = letter.stream and replayed.event_stream = letter.event_stream
          and replayed.version >= letter.event_version
      )
      and exists (select from events where stream_id = letter.event_stream and version = letter.event_version)
      and not exists (
        select from ${tx(`${schema}.unapplied`)} as unapplied
        where unapplied.stream = letter.stream and unapplied.event_stream = letter.event_stream
          and unapplied.version = letter.event_version
      )`;
  return count;
}
