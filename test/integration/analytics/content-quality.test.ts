import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { analyzeContentQuality } from '../../../functions/analytics/content-quality/analyze.ts';
import { DAY } from '../../../platform/pipelines/day.ts';
import { testDatabase } from '../database.ts';
import { insertUser } from '../db/people.ts';
import { runnerOn } from '../jobs/runner.ts';

const { database } = await testDatabase();
const { sql } = database;
const run = runnerOn(() => database);

/** Two in the morning of November 25th in Seoul: the day is the 24th. */
const NOW = new Date('2026-11-25T02:00:00+09:00');
const analyze = (...args: string[]) => run(analyzeContentQuality, NOW, 'analyze-content-quality', args, [DAY]);

const TEXT =
  '오늘 상담을 받았는데 제 사주에는 목이 부족하다고 하네요. 화분을 들여 놓으려고 하는데 어떤 나무가 좋을까요?';

let category: number;
let author: string;
let readers: string[];
beforeAll(async () => {
  const [row] = await sql<[{ id: number }]>`
    insert into board_categories (name, category_type, display_order) values ('자유', 'free', 1) returning id`;
  category = row.id;
});
beforeEach(async () => {
  await sql`delete from likes`;
  await sql`delete from bookmarks`;
  await sql`delete from posts`;
  author = await insertUser(sql);
  readers = [await insertUser(sql), await insertUser(sql)];
});

interface Post {
  readonly at?: string;
  readonly content?: string;
  readonly views?: number;
  readonly status?: string;
  readonly by?: string;
}

let texts = 0;
async function post({ at = '2026-11-24T12:00:00+09:00', content, views = 0, status = 'published', by = author }: Post) {
  // A text of its own, unless it is what the test is about.
  const text = content ?? `${TEXT} (${texts++})`;
  const [row] = await sql<[{ id: string }]>`
    insert into posts (category_id, author_id, title, content, content_type, view_count, status, published_at, created_at)
    values (${category}, ${by}, '제목', ${text}, 'plain', ${views}, ${status}, ${at}, ${at}) returning id`;
  return row.id;
}

const like = (postId: string, userId: string, at = '2026-11-24T13:00:00+09:00') => sql`
  insert into likes (user_id, likeable_type, likeable_id, created_at) values (${userId}, 'post', ${postId}, ${at})`;
const bookmark = (postId: string, userId: string) => sql`
  insert into bookmarks (user_id, bookmarkable_type, bookmarkable_id, created_at)
  values (${userId}, 'post', ${postId}, '2026-11-24T13:00:00+09:00')`;
let comments = 0;
const comment = (postId: string, userId: string, at = '2026-11-24T13:00:00+09:00', status = 'published') => sql`
  insert into comments (post_id, author_id, content, path, status, created_at)
  values (${postId}, ${userId}, '네', ${String(++comments)}, ${status}, ${at})`;

const rows = () => sql`
  select stat_date, post_id, score::float8, verdict, flags, parts from content_quality_daily order by stat_date, score desc`;
const row = async (postId: string) => (await rows()).find(({ post_id }) => post_id === postId);

describe('the score of a post', () => {
  test('is what readers made of it until the end of the day, worked out by hand', async () => {
    // Seven days old when November 24th ends.
    const id = await post({ at: '2026-11-18T00:00:00+09:00', views: 44 });
    await like(id, readers[0]!);
    await bookmark(id, readers[0]!);
    for (let written = 0; written < 3; written++) await comment(id, readers[1]!);
    // Not counted: its author's own, what is hidden, and what came after the day.
    await like(id, author);
    await bookmark(id, author);
    await comment(id, author);
    await comment(id, readers[0]!, undefined, 'hidden');
    await like(id, readers[1]!, '2026-11-25T00:00:00+09:00');
    await comment(id, readers[0]!, '2026-11-25T00:00:00+09:00');
    expect(await analyze()).toEqual({ posts: 1, lowQuality: 0, spam: 0, changed: 1 });
    expect(await rows()).toEqual([
      {
        stat_date: '2026-11-24',
        post_id: id,
        // (0.6 · 0.4286 + 0.4 · 0.5) · (0.25 + 0.75 · 0.5) = 0.45716 · 0.625 = 0.285725
        score: 28.57,
        verdict: 'fine',
        flags: [],
        parts: {
          views: 44,
          likes: 1,
          bookmarks: 1,
          comments: 3,
          commenters: 1,
          age: 7,
          // 1 like + 2 · 1 bookmark + 3 · 1 commenter + 0.5 · 2 further comments = 7; log2(8) / 7 = 3/7
          reach: 0.4286,
          // (7 + 1) / (44 + 20) = 0.125, of 0.25
          rate: 0.5,
          // Half after seven days.
          freshness: 0.5,
        },
      },
    ]);
  });

  test('of a new post that nobody has seen is that of an average one: 1 of 20', async () => {
    // Published as the day ends, but for a second.
    const id = await post({ at: '2026-11-24T23:59:59+09:00' });
    await analyze();
    // 1/20 = 0.05, of 0.25: 0.4 · 0.2 = 0.08
    expect(await row(id)).toMatchObject({ score: 8, parts: { reach: 0, rate: 0.2, freshness: 1 } });
  });

  test('counts posts of the thirty days that end with the Korean day, and published ones alone', async () => {
    await post({ at: '2026-10-25T23:59:59.999+09:00' });
    const first = await post({ at: '2026-10-26T00:00:00+09:00' });
    const last = await post({ at: '2026-11-24T23:59:59.999+09:00' });
    await post({ at: '2026-11-25T00:00:00+09:00' });
    await post({ status: 'draft' });
    await post({ status: 'hidden' });
    await analyze();
    expect((await rows()).map(({ post_id }) => post_id).toSorted()).toEqual([first, last].toSorted());
  });
});

describe('spam', () => {
  test('a copy of an earlier text, by whoever, is marked, and the first is not', async () => {
    const first = await post({ at: '2026-11-20T12:00:00+09:00', content: TEXT });
    const copy = await post({ content: `  ${TEXT}!!`, by: readers[0]! });
    await analyze();
    expect(await row(first)).toMatchObject({ verdict: 'fine', flags: [] });
    // Half of what it would have.
    expect(await row(copy)).toMatchObject({ verdict: 'low_quality', flags: ['copied'], score: 3.86 });
  });

  test('six posts of one author within ten minutes are a flood, five are not', async () => {
    const minute = (at: number) => `2026-11-24T12:${String(at).padStart(2, '0')}:00+09:00`;
    const flood = [];
    for (const at of [0, 1, 2, 3, 4, 10]) flood.push(await post({ at: minute(at) }));
    const other = await insertUser(sql);
    for (const at of [0, 1, 2, 3, 4]) await post({ at: minute(at), by: other });
    // The first sees all six; the one at 12:10 as well; of another's five none.
    expect(await analyze()).toEqual({ posts: 11, lowQuality: 6, spam: 0, changed: 11 });
    for (const id of flood) expect(await row(id)).toMatchObject({ flags: ['flood'] });
  });

  test('that is flooded with copies is worth nothing', async () => {
    const at = (second: number) => `2026-11-24T12:00:0${second}+09:00`;
    const ids = [];
    for (let second = 0; second < 7; second++) ids.push(await post({ at: at(second), content: TEXT }));
    await like(ids[1]!, readers[0]!);
    expect(await analyze()).toEqual({ posts: 7, lowQuality: 1, spam: 6, changed: 7 });
    expect(await row(ids[1]!)).toMatchObject({ verdict: 'spam', flags: ['copied', 'flood'], score: 0 });
  });
});

describe('another run', () => {
  test('changes nothing where nothing has changed', async () => {
    const id = await post({ views: 3 });
    await post({ content: '짧아요' });
    await like(id, readers[0]!);
    await analyze();
    const versions = () => sql`select xmin, ctid, * from content_quality_daily order by post_id`;
    const before = await versions();
    expect(await analyze()).toEqual({ posts: 2, lowQuality: 1, spam: 0, changed: 0 });
    expect(await versions()).toEqual(before);
  });

  test('forgets what has been hidden since, and takes over what was counted since', async () => {
    const hidden = await post({});
    const seen = await post({});
    await analyze();
    await sql`update posts set status = 'hidden' where id = ${hidden}`;
    await sql`update posts set view_count = 30 where id = ${seen}`;
    expect(await analyze()).toEqual({ posts: 1, lowQuality: 0, spam: 0, changed: 2 });
    expect(await rows()).toMatchObject([{ post_id: seen, parts: { views: 30 } }]);
  });

  test('of another day leaves the rows of this one', async () => {
    const id = await post({ at: '2026-11-23T12:00:00+09:00' });
    await analyze();
    await analyze('2026-11-23');
    expect((await rows()).map(each => [each.stat_date, each.post_id])).toEqual([
      ['2026-11-23', id],
      ['2026-11-24', id],
    ]);
  });
});

test('pages of posts lead through all of them', async () => {
  // A thousand and one at one instant: pages part them by their ids.
  await sql`
    insert into posts (category_id, author_id, title, content, published_at)
    select ${category}, ${author}, '제목', ${TEXT} || n, '2026-11-24T12:00:00+09:00' from generate_series(1, 1001) as n`;
  expect(await analyze()).toMatchObject({ posts: 1001, changed: 1001 });
});

test('a day without posts has no row', async () => {
  expect(await analyze()).toEqual({ posts: 0, lowQuality: 0, spam: 0, changed: 0 });
});
