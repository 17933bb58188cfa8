import { describe, expect, test } from 'vitest';
import { createClient } from './client.ts';

const client = await createClient();
const birth = { date: '1990-05-15', time: '14:30' };
const person = { birth, sex: 'female' };
const chart = async (body: object) => (await client('POST', '/v1/saju/charts', { body })).json;
const hanja = ({ pillars }: { pillars: Record<string, { hanja: string } | null> }) =>
  ['year', 'month', 'day', 'hour'].map(name => pillars[name]?.hanja ?? '-').join(' ');

describe('POST /v1/saju/charts', () => {
  test('gives the chart of a clock time, with all that the names of the answer promise', async () => {
    const answer = await chart(person);
    expect(hanja(answer)).toBe('庚午 辛巳 庚辰 癸未');
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining([
        'engineVersion',
        'solarDate',
        'lunarDate',
        'instant',
        'corrections',
        'pillars',
        'voidBranches',
        'palaces',
        'luckCycles',
        'certainty',
      ]),
    );
    expect(answer.instant).toBe('1990-05-15T05:30:00Z');
    expect(answer.place).toEqual({ name: null, latitude: 37.5665, longitude: 126.978, timeZone: 'Asia/Seoul' });
    expect(answer.luckCycles.periods).toHaveLength(10);
  });

  test('takes a lunar date, in a leap month too', async () => {
    const answer = await chart({
      birth: { calendar: 'lunar', date: '1990-05-01', isLeapMonth: true, time: '12:00' },
      sex: 'male',
    });
    expect(answer.solarDate).toBe('1990-06-23');
    expect(answer.lunarDate).toEqual({ year: 1990, month: 5, day: 1, isLeapMonth: true });
  });

  test.each(['축시', '축', '丑', '丑時', 'chuk'])(
    'takes the branch of the hour as %s, and says so',
    async hourBranch => {
      const answer = await chart({ birth: { date: '1971-07-07', hourBranch }, place: { name: '부산' }, sex: 'male' });
      expect(answer.pillars.hour.branch.hanja).toBe('丑');
      expect(answer.corrections).toMatchObject({ hourKnownBy: 'branch', localTime: '1971-07-07T02:00:00' });
      expect(answer.certainty.flags.map(({ code }: { code: string }) => code)).toContain('hour_from_branch');
    },
  );

  test('without an hour gives three pillars and says what is missing', async () => {
    const answer = await chart({ birth: { date: '1990-05-15' }, sex: 'male' });
    expect(hanja(answer)).toBe('庚午 辛巳 庚辰 -');
    expect(answer.palaces).toMatchObject({ myeonggung: null, singung: null });
    expect(answer.certainty.pillars.hour).toBeNull();
    expect(answer.certainty.accuracyScore).toBeLessThanOrEqual(75);
  });

  test('takes a place by name, in Korean or English, or by coordinates: the same chart', async () => {
    const byName = await chart({ ...person, place: { name: '뉴욕' } });
    const inEnglish = await chart({ ...person, place: { name: 'New York' } });
    const { latitude, longitude, timeZone } = byName.place;
    const byCoordinates = await chart({ ...person, place: { latitude, longitude, timeZone } });
    expect(timeZone).toBe('America/New_York');
    expect(byName.instant).toBe('1990-05-15T18:30:00Z');
    expect(inEnglish).toEqual(byName);
    expect(byCoordinates.pillars).toEqual(byName.pillars);
  });

  test('has a strong entity tag that names the engine and its time zone data, the same for the same request', async () => {
    const [first, second] = [
      await client('POST', '/v1/saju/charts', { body: person }),
      await client('POST', '/v1/saju/charts', { body: person }),
    ];
    expect(first!.headers.etag).toBe(second!.headers.etag);
    expect(first!.headers.etag).toMatch(/^"1\.0\.0\+tz\.20\d\d[a-z]\..+"$/);
    const other = await client('POST', '/v1/saju/charts', { body: { ...person, sex: 'male' } });
    expect(other.headers.etag).not.toBe(first!.headers.etag);
  });
});

describe('POST /v1/saju/charts/batch', () => {
  test('answers each person by itself: one bad birth does not spoil the others', async () => {
    const people = [
      person,
      { birth: { date: '1961-08-10', time: '00:15' }, sex: 'male' },
      7,
      { ...person, sex: 'male' },
    ];
    const { status, json } = await client('POST', '/v1/saju/charts/batch', {
      body: JSON.stringify({ people }),
      headers: { 'content-type': 'application/json' },
    });
    expect(status).toBe(200);
    expect(
      json.results.map(
        ({ chart: one, problem }: { chart: unknown; problem: { errors: { path: string; code: string }[] } | null }) =>
          one === null ? problem?.errors.map(({ path, code }) => `${path} ${code}`) : 'chart',
      ),
    ).toEqual(['chart', ['birth.time nonexistent_time'], [' invalid_type'], 'chart']);
    expect(json.results[0].chart).toEqual(await chart(person));
  });

  test('takes 100 people', async () => {
    const { json } = await client('POST', '/v1/saju/charts/batch', { body: { people: Array(100).fill(person) } });
    expect(json.results).toHaveLength(100);
    expect(json.results.every(({ problem }: { problem: unknown }) => problem === null)).toBe(true);
  });
});

describe('POST /v1/saju/luck', () => {
  test('gives 대운, 세운, 월운 and 일운 of a span', async () => {
    const { json } = await client('POST', '/v1/saju/luck', {
      body: { ...person, from: '2026-01-20', to: '2026-02-10' },
    });
    expect(json.seun.map(({ hanja: name }: { hanja: string }) => name)).toEqual(['乙巳', '丙午']);
    expect(json.wolun.map(({ hanja: name }: { hanja: string }) => name)).toEqual(['己丑', '庚寅']);
    expect(json.ilun).toHaveLength(22);
    expect(json.daeun).toHaveLength(1);
    expect(json.ilun[0].tenGods.stem).toHaveProperty('hangul');
  });

  test('gives only the scales that are asked for', async () => {
    const body = { ...person, from: '1990-05-15', to: '2100-01-01', scales: ['daeun'] };
    const { json } = await client('POST', '/v1/saju/luck', { body });
    expect(json.daeun.length).toBeGreaterThan(10);
    expect([json.seun, json.wolun, json.ilun]).toEqual([[], [], []]);
  });
});

describe('POST /v1/saju/search', () => {
  test('finds a chart by its pillars, and each match has them', async () => {
    const pillars = { year: '경오', month: '辛巳', day: 'gyeongjin', hour: '계미' };
    const { json } = await client('POST', '/v1/saju/search', { body: { pillars } });
    expect(json.matches.map(({ solarDate }: { solarDate: string }) => solarDate)).toEqual(['1930-05-30', '1990-05-15']);
    for (const { clockFrom } of json.matches) {
      const [date, time] = clockFrom.split('T');
      expect(hanja(await chart({ birth: { date, time }, sex: 'male' }))).toBe('庚午 辛巳 庚辰 癸未');
    }
  });
});

describe('the calendar', () => {
  test('gives a day, a span, a month and a lunar date alike', async () => {
    const day = (await client('GET', '/v1/manse/days/2025-07-25')).json;
    expect(day).toMatchObject({
      solarDate: '2025-07-25',
      lunarDate: { year: 2025, month: 6, day: 1, isLeapMonth: true },
    });
    const span = (await client('GET', '/v1/manse/days?from=2025-07-24&to=2025-07-26')).json;
    const month = (await client('GET', '/v1/manse/months/2025-07')).json;
    const lunar = (await client('GET', '/v1/manse/lunar/2025/6/1?leap=true')).json;
    expect(span.days).toHaveLength(3);
    expect(span.days[1]).toEqual(day);
    expect(month.days).toHaveLength(31);
    expect(month.days[24]).toEqual(day);
    expect(lunar).toEqual(day);
  });

  test('gives 366 days at once, and the last month of the range as far as it goes', async () => {
    expect((await client('GET', '/v1/manse/days?from=2024-01-01&to=2024-12-31')).json.days).toHaveLength(366);
    expect((await client('GET', '/v1/manse/months/2101-01')).json.days).toHaveLength(28);
  });

  test('gives the terms of a year, 소한 first', async () => {
    const { json } = await client('GET', '/v1/manse/solar-terms/2026');
    expect(json.terms).toHaveLength(24);
    expect(json.terms[0].name).toBe('소한');
    expect(json.terms[2]).toMatchObject({ name: '입춘', hanja: '立春', longitude: 315 });
    expect(json.terms[2].at).toMatch(/^2026-02-03T20:0\d:\d\dZ$/);
  });

  test('shows the moon of a place', async () => {
    const seoul = (await client('GET', '/v1/manse/days/2026-02-04')).json;
    const busan = (await client('GET', `/v1/manse/days/2026-02-04?place=${encodeURIComponent('부산')}`)).json;
    expect(busan.moon.riseAt).not.toBe(seoul.moon.riseAt);
    expect({ ...busan, moon: null }).toEqual({ ...seoul, moon: null });
  });

  test('answers 304 to who has the day already', async () => {
    const { headers } = await client('GET', '/v1/manse/days/2026-02-04');
    const again = await client('GET', '/v1/manse/days/2026-02-04', { headers: { 'if-none-match': headers.etag! } });
    expect([again.status, again.text]).toEqual([304, '']);
  });
});
