import type { Transaction } from '../../../platform/db/database.ts';
import type { Flag, Verdict } from './flags.ts';
import type { Engagement, Parts } from './score.ts';

/** Days that a post is watched from its publication on. */
const DAYS = 30;

/** Posts by one author within ten minutes. */
const MOST_AT_ONCE = 5;

/** A post as it stood at the end of a day. */
export interface PostRow extends Engagement {
  readonly id: string;
  readonly publishedAt: Date;
  readonly content: string;
  readonly contentType: 'markdown' | 'html' | 'plain';
  /** Its author published more within ten minutes of it than are written by hand. */
  readonly flooded: boolean;
}

/** What was made of it. */
export interface QualityRow {
  readonly postId: string;
  readonly score: number;
  readonly verdict: Verdict;
  readonly flags: readonly Flag[];
  readonly parts: Parts & Engagement;
}

/**
 * Posts published in the 30 Korean days that end with a day, oldest first, in pages. Views are those of now: there is only
 * their number.
 */
export function readPosts(
  tx: Transaction,
  day: string,
  limit: number,
  after?: Pick<PostRow, 'publishedAt' | 'id'>,
): Promise<readonly PostRow[]> {
  return tx<PostRow[]>`
    select post.id, published_at as "publishedAt", content, content_type as "contentType", view_count as views,
      extract(epoch from korean_midnight(${day}::date + 1) - published_at)::float8 / 86400 as age,
      likes, comments, commenters, bookmarks,
      -- What a moderator has hidden was published, too.
      exists (
        select from posts as other
        where other.author_id = post.author_id
          and other.published_at between post.published_at - interval '10 minutes' and post.published_at + interval '10 minutes'
          and other.published_at < korean_midnight(${day}::date + 1)
        offset ${MOST_AT_ONCE}
      ) as flooded
    from posts as post
    cross join lateral (
      select count(*)::int as likes from likes
      where likeable_type = 'post' and likeable_id = post.id and user_id <> author_id
        and created_at < korean_midnight(${day}::date + 1)
    ) as liked
    cross join lateral (
      select count(*)::int as comments, count(distinct comment.author_id)::int as commenters from comments as comment
      where comment.post_id = post.id and comment.author_id <> post.author_id and comment.status = 'published'
        and comment.created_at < korean_midnight(${day}::date + 1)
    ) as commented
    cross join lateral (
      select count(*)::int as bookmarks from bookmarks
      where bookmarkable_type = 'post' and bookmarkable_id = post.id and user_id <> author_id
        and created_at < korean_midnight(${day}::date + 1)
    ) as bookmarked
    where ${ofDay(tx, day)}
      ${after === undefined ? tx`` : tx`and (published_at, post.id) > (${after.publishedAt}, ${after.id}::uuid)`}
    order by published_at, post.id limit ${limit}`;
}

/** @returns how many rows are new or other than before */
export async function writeQuality(tx: Transaction, day: string, rows: readonly QualityRow[]): Promise<number> {
  const { count } = await tx`
    insert into content_quality_daily as stored (stat_date, post_id, score, verdict, flags, parts)
    select ${day}, "postId", score, verdict, flags, parts
    from jsonb_to_recordset(${tx.json(rows as never)})
      as fresh ("postId" uuid, score decimal(5,2), verdict text, flags jsonb, parts jsonb)
    on conflict (stat_date, post_id) do update
    set score = excluded.score, verdict = excluded.verdict, flags = excluded.flags, parts = excluded.parts
    where to_jsonb(stored) is distinct from to_jsonb(excluded)`;
  return count;
}

/** Forgets what an earlier run made of posts that are no longer published. */
export async function deleteHidden(tx: Transaction, day: string): Promise<number> {
  const { count } = await tx`
    delete from content_quality_daily
    where stat_date = ${day} and post_id not in (select post.id from posts as post where ${ofDay(tx, day)})`;
  return count;
}

function ofDay(tx: Transaction, day: string) {
  return tx`post.status = 'published' and post.published_at >= korean_midnight(${day}::date - ${DAYS - 1}::int)
    and post.published_at < korean_midnight(${day}::date + 1)`;
}
