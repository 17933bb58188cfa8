import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../database.ts';
import { insertUser } from './people.ts';

const { database } = await testDatabase();
const { sql } = database;

let author: string;
let category: number;

beforeAll(async () => {
  author = await insertUser(sql);
  const rows = await sql<{ id: number }[]>`
    insert into board_categories (name, category_type, display_order) values ('사주', 'general', 1) returning id`;
  category = rows[0]!.id;
});

async function post(fields: { title?: string; content?: string; tags?: readonly string[] }): Promise<string> {
  const { title = '제목', content = '내용', tags = [] } = fields;
  const [row] = await sql<[{ id: string }]>`
    insert into posts (category_id, author_id, title, content, tags)
    values (${category}, ${author}, ${title}, ${content}, ${sql.json([...tags])}) returning id`;
  return row.id;
}

async function finds(question: string, id: string): Promise<boolean> {
  const rows = await sql`select from posts where id = ${id} and search_vector @@ search_query(${question})`;
  return rows.length === 1;
}

describe('searching posts', () => {
  it.each([
    ['사주', '사주를 봅니다'],
    ['사주', '정통사주풀이'],
    ['사주풀이', '정통사주풀이를 합니다'],
    ['사주 풀이', '풀이한 사주'],
    ['용', '황용의 해'],
    ['용', '용신'],
    ['四柱', '四柱八字'],
    ['MBTI', 'mbti와 사주'],
    ['ａｂｃ', 'ABC'],
    ['A형', 'A형사주'],
    ['사주', '사주'.normalize('NFD')],
    ['사주', '「사주」…'],
    ['2026년', '2026년 운세'],
    ["'사주' & | ! \\", '사주'],
  ])('finds %j in %j', async (question, content) => {
    expect(await finds(question, await post({ content }))).toBe(true);
  });

  it.each([
    ['사주풀이', '사주와 주풀과 풀이'],
    ['사주 궁합', '사주'],
    ['풀이사주', '사주풀이'],
    ['mbt', 'MBTI'],
    ['!?', '!?'],
    ['', '아무 말'],
  ])('does not find %j in %j', async (question, content) => {
    expect(await finds(question, await post({ content }))).toBe(false);
  });

  it('finds titles and tags too, and ranks a title above the content', async () => {
    const titled = await post({ title: '궁합입니다', content: '글' });
    const tagged = await post({ tags: ['궁합보기'], content: '글' });
    const told = await post({ content: '글에 궁합이 있습니다' });
    const rows = await sql<{ id: string }[]>`
      select id from posts where search_vector @@ search_query('궁합') and content like '글%'
      order by ts_rank(search_vector, search_query('궁합')) desc`;
    expect(rows.map(({ id }) => id)).toEqual([titled, tagged, told]);
  });

  it('follows a change of the text', async () => {
    const id = await post({ content: '대운' });
    await sql`update posts set content = '세운' where id = ${id}`;
    expect([await finds('대운', id), await finds('세운', id)]).toEqual([false, true]);
  });

  it('takes the longest post, with and without spaces, and finds what is anywhere in it', async () => {
    const syllables = Array.from({ length: 46_000 }, (_, n) =>
      String.fromCharCode(0xac00 + ((n * 7919) % 11_172)),
    ).join('');
    for (const content of [`${syllables}끝말`, `${syllables.replaceAll(/(.{20})/g, '$1 ')}끝말`]) {
      const id = await post({ content });
      expect([await finds(syllables.slice(10, 15), id), await finds('끝말', id)]).toEqual([true, true]);
    }
    await expect(post({ content: '가'.repeat(50_001) })).rejects.toThrow('posts_content_check');
  });
});
