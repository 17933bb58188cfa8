import { factAt } from '@heal7/saju-engine';
import { describe, expect, test } from 'vitest';
import { CHART_PARTS } from '../../functions/saju/charts/chart.ts';
import { createClient } from './client.ts';

const client = await createClient();
const person = { birth: { date: '1990-05-15', time: '14:30' }, sex: 'female' };
const partner = { birth: { date: '1988-11-02', time: '08:10' }, place: { name: '부산' }, sex: 'male' };
const post = async (path: string, body: object) => (await client('POST', `/v1/saju/${path}`, { body })).json;

interface Fact {
  readonly path: string;
  readonly value: unknown;
}

/** Every fact anywhere in an answer. */
function factsIn(value: unknown): readonly Fact[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(factsIn);
  const keys = Object.keys(value);
  if (keys.length === 2 && 'path' in value && 'value' in value) return [value as Fact];
  return Object.values(value).flatMap(factsIn);
}

describe('the reading of POST /v1/saju/charts', () => {
  test('has every part, and each fact of each reason reads back from the answer itself', async () => {
    const answer = await post('charts', person);
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(CHART_PARTS));
    const facts = factsIn(answer);
    expect(facts.length).toBeGreaterThan(60);
    for (const { path, value } of facts) expect(factAt(answer, path), path).toBe(value);
  });

  test('gives the parts that include names, and what every chart has', async () => {
    const always = ['engineVersion', 'instant', 'lunarDate', 'options', 'pillars', 'place', 'sex', 'solarDate'];
    const answer = await post('charts?include=strength,%20usefulGod', person);
    expect(Object.keys(answer).sort()).toEqual([...always, 'strength', 'usefulGod', 'voidBranches'].sort());
    const whole = await post('charts', person);
    expect(answer.usefulGod).toEqual(whole.usefulGod);
    const batch = await post('charts/batch?include=stars', { people: [person] });
    expect(batch.results[0].chart.stars).toEqual(whole.stars);
    expect(batch.results[0].chart.strength).toBeUndefined();
  });

  test('takes every option on which schools differ, and says which were used', async () => {
    const options = { omiHap: 'earth', yangin: 'yang', goegang: 'five', hoeguk: 'rename', hiddenStems: 'inwon' };
    expect((await post('charts', { ...person, options })).options).toMatchObject(options);
  });

  test('without the hour judges three pillars', async () => {
    const answer = await post('charts', { birth: { date: '1990-05-15' }, sex: 'male' });
    expect(Object.values<number>(answer.fiveElements.counts).reduce((sum, count) => sum + count, 0)).toBe(6);
    for (const { path, value } of factsIn(answer)) expect(factAt(answer, path), path).toBe(value);
  });
});

describe('POST /v1/saju/interpretations', () => {
  test('tells four topics in both languages, each sentence with facts that the chart has', async () => {
    const { topics, year } = await post('interpretations', person);
    expect(year).toBeNull();
    expect(Object.keys(topics)).toEqual(['personality', 'wealth', 'health', 'relationship']);
    const chart = await post('charts', person);
    for (const { sentences } of Object.values<{
      sentences: readonly { korean: string; english: string; facts: readonly Fact[] }[];
    }>(topics)) {
      expect(sentences.length).toBeGreaterThanOrEqual(3);
      for (const { korean, english, facts } of sentences) {
        expect(korean).toMatch(/[가-힣]/);
        expect(english).not.toMatch(/[가-힣]/);
        for (const { path, value } of facts) expect(factAt(chart, path), path).toBe(value);
      }
    }
  });

  test('tells the luck of a year by what POST /v1/saju/luck says of it', async () => {
    const { topics } = await post('interpretations', { ...person, topics: ['year'], year: 2027 });
    expect(Object.keys(topics)).toEqual(['year']);
    const luck = await post('luck', { ...person, from: '2027-02-03', to: '2028-02-03', scales: ['seun', 'daeun'] });
    const yearLuck = luck.seun.find(({ year }: { year: number }) => year === 2027);
    const daeun = luck.daeun.find(({ order }: { order: number }) => order === yearLuck.daeunOrder);
    const answer = { ...(await post('charts', person)), yearLuck: { ...yearLuck, daeun } };
    for (const { path, value } of factsIn(topics)) expect(factAt(answer, path), path).toBe(value);
  });
});

describe('POST /v1/saju/compatibility', () => {
  test('gives a score that is the sum of its parts, and facts that read back', async () => {
    const answer = await post('compatibility', { a: person, b: partner });
    const sum = answer.parts.reduce((total: number, { score }: { score: number }) => total + score, 0);
    expect(answer.score).toBeCloseTo(sum, 9);
    for (const { path, value } of factsIn(answer)) expect(factAt(answer, path), path).toBe(value);
  });

  test('gives the same score with the two swapped', async () => {
    const one = await post('compatibility', { a: person, b: partner });
    const other = await post('compatibility', { a: partner, b: person });
    expect(other.score).toBe(one.score);
  });
});

describe('POST /v1/saju/auspicious-days', () => {
  const request = { occasion: 'marriage', from: '2027-04-01', to: '2027-05-31', people: [person, partner] };

  test('lists the best days first, with facts that read back from the day and the answer', async () => {
    const answer = await post('auspicious-days', { ...request, limit: 5, excluded: true });
    expect(answer.days).toHaveLength(Math.min(5, answer.found));
    expect(answer.found + answer.excluded.length).toBe(61);
    const scores = answer.days.map(({ score, cap }: { score: number; cap: number }) => score - cap);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const people = Object.fromEntries(answer.people.map((one: { code: string }) => [one.code, one]));
    for (const day of [...answer.days, ...answer.excluded]) {
      const facts = factsIn([day.wants, day.blemishes, day.reasons]);
      for (const { path, value } of facts) expect(factAt({ ...day, people }, path), path).toBe(value);
    }
  });

  test('lists ten days and no excluded ones unless asked, and needs no people', async () => {
    const answer = await post('auspicious-days', { occasion: 'opening', from: '2026-01-01', to: '2026-12-31' });
    expect(answer.days).toHaveLength(10);
    expect(answer.excluded).toBeNull();
    expect(answer.people).toEqual([]);
  });
});

describe('GET /v1/saju/glossary', () => {
  test('explains every term, rule and source of a chart', async () => {
    const { entries } = (await client('GET', '/v1/saju/glossary')).json;
    const known = new Set(entries.map(({ code }: { code: string }) => code));
    const chart = await post('charts', person);
    const codes = JSON.stringify(chart).matchAll(/"(?:code|rule|source)":"([^"]+)"/g);
    for (const [, code] of codes) expect(known.has(code), code).toBe(true);
  });

  test('gives the kinds that are asked for', async () => {
    const { entries } = (await client('GET', '/v1/saju/glossary?kind=star,source')).json;
    expect(new Set(entries.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['star', 'source']));
  });
});

describe('the reference', () => {
  test('shows whole answers as examples, in both languages', async () => {
    const { paths } = (await client('GET', '/openapi.json')).json;
    const exampleOf = (path: string) =>
      paths[path].post.responses['200'].content['application/json'].examples.full.value;
    expect(exampleOf('/v1/saju/charts')).toEqual(await post('charts', { ...person, place: { name: '서울' } }));
    const [sentence] = exampleOf('/v1/saju/interpretations').topics.personality.sentences;
    expect(sentence.korean).toMatch(/[가-힣]/);
    expect(sentence.english).toMatch(/[a-z]/);
  });
});
