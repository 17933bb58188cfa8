import { describe, expect, test } from 'vitest';
import { createClient, type Sent } from './client.ts';

/** What callers get wrong, and what they are told: a 4xx problem with a stable code and every field's path and code. */

const client = await createClient();

const good = { birth: { date: '1990-05-15', time: '14:30' }, sex: 'female' };
const birth = (fields: object) => ({ ...good, birth: { ...good.birth, ...fields } });
const lunar = (date: string, fields: object = {}) => ({ ...good, birth: { calendar: 'lunar', date, ...fields } });
const place = (fields: object) => ({ ...good, place: fields });
const text = (body: string | Uint8Array, type = 'application/json'): Sent => ({
  body,
  headers: { 'content-type': type },
});
const pillars = { year: '경오', month: '신사', day: '경진' };
const luck = (fields: object) => ({ ...good, from: '2026-01-01', to: '2026-01-31', ...fields });

const days = (fields: object) => ({ occasion: 'moving', from: '2026-01-01', to: '2026-12-31', ...fields });
/** Clocks went from 00:00 to 00:30 then. */
const neverWas = { birth: { date: '1961-08-10', time: '00:15' }, sex: 'male' };

interface Row {
  readonly what: string;
  readonly target: string;
  readonly sent?: Sent;
  readonly status?: number;
  readonly code?: string;
  /** `path code` of each field, in any order. */
  readonly fields?: readonly string[];
}

const charts = (what: string, body: unknown, ...fields: string[]): Row => ({
  what,
  target: 'POST /v1/saju/charts',
  sent: { body },
  fields,
});
const raw = (what: string, sent: Sent, status: number, code: string): Row => ({
  what,
  target: 'POST /v1/saju/charts',
  sent,
  status,
  code,
});
const post = (what: string, path: string, body: unknown, ...fields: string[]): Row => ({
  what,
  target: `POST /v1/saju/${path}`,
  sent: { body },
  fields,
});
const get = (what: string, path: string, ...fields: string[]): Row => ({
  what,
  target: `GET /v1/manse/${path}`,
  fields,
});

const rows: readonly Row[] = [
  charts('30 February', birth({ date: '1990-02-30' }), 'birth.date invalid_date'),
  charts('29 February of a common year', birth({ date: '1900-02-29' }), 'birth.date invalid_date'),
  charts('31 April', birth({ date: '1990-04-31' }), 'birth.date invalid_date'),
  charts('month 13', birth({ date: '1990-13-01' }), 'birth.date invalid_date'),
  charts('day 0', birth({ date: '1990-01-00' }), 'birth.date invalid_date'),
  charts('a date in another form', birth({ date: '15/05/1990' }), 'birth.date invalid_date'),
  charts('a date with a time', birth({ date: '1990-05-15T14:30' }), 'birth.date invalid_date'),
  charts('a date in full-width digits', birth({ date: '１９９０-05-15' }), 'birth.date invalid_date'),
  charts('an empty date', birth({ date: '' }), 'birth.date invalid_date'),
  charts('a date as a number', birth({ date: 19900515 }), 'birth.date invalid_type'),
  charts('a date as null', birth({ date: null }), 'birth.date invalid_type'),
  charts('a day before the range', birth({ date: '1899-12-31' }), 'birth.date date_out_of_range'),
  charts('a day after the range', birth({ date: '2101-01-29' }), 'birth.date date_out_of_range'),
  charts('the year 0', birth({ date: '0000-01-01' }), 'birth.date date_out_of_range'),
  charts('24:00', birth({ time: '24:00' }), 'birth.time invalid_time'),
  charts('12:60', birth({ time: '12:60' }), 'birth.time invalid_time'),
  charts('a time of 12 hours', birth({ time: '2:30 PM' }), 'birth.time invalid_time'),
  charts('a leap second', birth({ time: '23:59:60' }), 'birth.time invalid_time'),
  charts('a time with fractions', birth({ time: '14:30:00.5' }), 'birth.time invalid_time'),
  charts(
    'a clock time that never was (UTC+8:30 to +9)',
    birth({ date: '1961-08-10', time: '00:15' }),
    'birth.time nonexistent_time',
  ),
  charts(
    'a clock time that never was (summer time)',
    birth({ date: '1988-05-08', time: '02:30' }),
    'birth.time nonexistent_time',
  ),
  charts(
    'a clock time that never was abroad',
    { ...birth({ date: '2024-03-10', time: '02:30' }), place: { name: 'New York' } },
    'birth.time nonexistent_time',
  ),
  charts(
    'a date that the date line went over, without an hour',
    {
      ...good,
      birth: { date: '2011-12-30' },
      place: { latitude: -13.83, longitude: -171.77, timeZone: 'Pacific/Apia' },
    },
    'birth.date nonexistent_date',
  ),
  charts(
    'a leap month that is not',
    lunar('1990-04-01', { isLeapMonth: true }),
    'birth.isLeapMonth invalid_lunar_date',
  ),
  charts('day 30 of a lunar month of 29', lunar('1990-01-30'), 'birth.date invalid_lunar_date'),
  charts('lunar month 13', lunar('1990-13-01'), 'birth.date invalid_lunar_date'),
  charts('lunar day 31', lunar('1990-01-31'), 'birth.date invalid_lunar_date'),
  charts('a lunar year before the range', lunar('1898-01-01'), 'birth.date date_out_of_range'),
  charts('a lunar year after the range', lunar('2101-01-01'), 'birth.date date_out_of_range'),
  charts('a leap month of a solar date', birth({ isLeapMonth: true }), 'birth.isLeapMonth leap_month_of_solar_date'),
  charts('a calendar that is none', birth({ calendar: 'julian' }), 'birth.calendar invalid_value'),
  charts(
    'a branch of the hour that is none',
    { ...good, birth: { date: '1990-05-15', hourBranch: '고양이시' } },
    'birth.hourBranch unknown_hour_branch',
  ),
  charts('time and branch of the hour', birth({ hourBranch: '축시' }), 'birth.hourBranch hour_given_twice'),
  charts('a fold of 2', birth({ fold: 2 }), 'birth.fold invalid_value'),
  charts('latitude 91', place({ latitude: 91, longitude: 0, timeZone: 'Etc/UTC' }), 'place.latitude too_big'),
  charts('longitude -181', place({ latitude: 0, longitude: -181, timeZone: 'Etc/UTC' }), 'place.longitude too_small'),
  charts('latitude alone', place({ latitude: 37 }), 'place.longitude required'),
  charts('longitude alone', place({ longitude: 127 }), 'place.latitude required'),
  charts(
    'coordinates abroad without their zone',
    place({ latitude: 40.7, longitude: -74 }),
    'place.timeZone time_zone_required',
  ),
  charts('an unknown zone', place({ timeZone: 'Mars/Olympus' }), 'place.timeZone unknown_time_zone'),
  charts('an offset for a zone', place({ timeZone: '+09:00' }), 'place.timeZone unknown_time_zone'),
  charts('a zone abroad without a longitude', place({ timeZone: 'Europe/Paris' }), 'place.longitude place_required'),
  charts('an unknown place', place({ name: '아틀란티스' }), 'place.name unknown_place'),
  charts('an ambiguous place', place({ name: '고성' }), 'place.name ambiguous_place'),
  charts(
    'a place by name and by coordinates',
    place({ name: '서울', latitude: 37, longitude: 127 }),
    'place.latitude place_given_twice',
    'place.longitude place_given_twice',
  ),
  charts('a place whose name is __proto__', place({ name: '__proto__' }), 'place.name unknown_place'),
  charts('a place name of 101 characters', place({ name: '가'.repeat(101) }), 'place.name too_long'),
  charts('a sex that is none', { ...good, sex: 'M' }, 'sex invalid_value'),
  charts('no sex', { birth: good.birth }, 'sex required'),
  charts('no birth', { sex: 'male' }, 'birth required'),
  charts('an empty object', {}, 'birth required', 'sex required'),
  charts('an unknown option', { ...good, options: { ziwei: true } }, 'options.ziwei unknown_field'),
  charts('an option that is none', { ...good, options: { timeBasis: 'sundial' } }, 'options.timeBasis invalid_value'),
  charts(
    'unknown fields at two depths',
    { ...birth({ hour: 14 }), name: '홍길동' },
    'birth.hour unknown_field',
    'name unknown_field',
  ),
  charts(
    'two fields wrong at once',
    { ...birth({ date: '1990-02-30' }), place: { latitude: 91, longitude: 0, timeZone: 'Etc/UTC' } },
    'birth.date invalid_date',
    'place.latitude too_big',
  ),
  charts(
    'three fields wrong at once, one of the lunar calendar',
    { ...lunar('1990-04-01', { isLeapMonth: true }), sex: 1, options: { jasi: 0 } },
    'birth.isLeapMonth invalid_lunar_date',
    'sex invalid_value',
    'options.jasi invalid_value',
  ),
  charts(
    'six fields wrong at once, three of them of one birth',
    {
      birth: { calendar: 'solar', date: '1990-13-01', isLeapMonth: true, time: '25:00' },
      sex: 'M',
      place: { name: '아틀란티스', age: 36 },
    },
    'birth.date invalid_date',
    'birth.isLeapMonth leap_month_of_solar_date',
    'birth.time invalid_time',
    'place.age unknown_field',
    'place.name unknown_place',
    'sex invalid_value',
  ),
  charts(
    'a lunar date that is none, beside a time and a fold that are none',
    lunar('1990-04-01', { isLeapMonth: true, time: '9', fold: 2, hourBranch: '축시' }),
    'birth.fold invalid_value',
    'birth.hourBranch hour_given_twice',
    'birth.isLeapMonth invalid_lunar_date',
    'birth.time invalid_time',
  ),
  charts(
    'half of a pair of coordinates, and that wrong',
    place({ latitude: 91, timeZone: 'Mars/Olympus' }),
    'place.latitude too_big',
    'place.longitude required',
    'place.timeZone unknown_time_zone',
  ),
  charts('an array', [good], ' invalid_type'),
  raw('NaN', text('{"birth":{"date":"1990-05-15"},"sex":"male","place":{"latitude":NaN}}'), 400, 'malformed_json'),
  raw('JSON cut short', text('{"birth":{"date":"1990-05-15"'), 400, 'malformed_json'),
  { what: 'an empty body', target: 'POST /v1/saju/charts', sent: text(''), fields: [' required'] },
  raw('bytes that are no UTF-8', text(new Uint8Array([0x22, 0xff, 0xfe, 0x22])), 400, 'malformed_json'),
  raw('a body of 1 MB', text(`{"birth":{"date":"${'9'.repeat(1_000_000)}"}}`), 413, 'payload_too_large'),
  raw('a form', text('date=1990-05-15', 'application/x-www-form-urlencoded'), 415, 'unsupported_media_type'),
  raw('plain text', text(JSON.stringify(good), 'text/plain'), 415, 'unsupported_media_type'),
  raw('JSON in EUC-KR', text(JSON.stringify(good), 'application/json; charset=euc-kr'), 415, 'unsupported_media_type'),
  {
    what: '__proto__ as a field',
    target: 'POST /v1/saju/charts',
    sent: text('{"birth":{"date":"1990-05-15","__proto__":{"time":"10:00"}},"sex":"male"}'),
    fields: ['birth.__proto__ unknown_field'],
  },
  {
    what: 'a lone surrogate',
    target: 'POST /v1/saju/charts',
    sent: text('{"birth":{"date":"1990-05-15"},"sex":"male","place":{"name":"\\ud800"}}'),
    fields: ['place.name invalid_text'],
  },
  post('a part of a chart that is none', 'charts?include=strength,fate', good, 'include invalid_value'),
  post('no part of a chart', 'charts?include=', good, 'include invalid_value'),
  charts(
    'an option of the reading that is none',
    { ...good, options: { yangin: 'some' } },
    'options.yangin invalid_value',
  ),
  post('a topic that is none', 'interpretations', { ...good, topics: ['love'] }, 'topics.0 invalid_value'),
  post('the luck of no year', 'interpretations', { ...good, topics: ['year'] }, 'year year_required'),
  post('the luck of a year before the birth', 'interpretations', { ...good, year: 1980 }, 'year year_before_birth'),
  post('a year that is no whole number', 'interpretations', { ...good, year: 2027.5 }, 'year invalid_type'),
  post('a couple of one', 'compatibility', { a: good }, 'b required'),
  post(
    'a couple of which one was born on no date',
    'compatibility',
    { a: good, b: birth({ date: '1990-02-30' }) },
    'b.birth.date invalid_date',
  ),
  post(
    'a partner at a time that never was',
    'compatibility',
    { a: good, b: neverWas },
    'b.birth.time nonexistent_time',
  ),
  post(
    'one at a time that never was and one in a leap month that is none',
    'compatibility',
    { a: neverWas, b: lunar('1990-04-01', { isLeapMonth: true }) },
    'a.birth.time nonexistent_time',
    'b.birth.isLeapMonth invalid_lunar_date',
  ),
  post(
    'a span that ends before it starts, for someone at a time that never was',
    'luck',
    { ...neverWas, from: '2026-02-01', to: '2026-01-01' },
    'birth.time nonexistent_time',
    'to invalid_span',
  ),
  post(
    'the luck of no year, for someone of no longitude',
    'interpretations',
    { ...place({ timeZone: 'Europe/Paris' }), topics: ['year'] },
    'place.longitude place_required',
    'year year_required',
  ),
  post(
    'an occasion that is none, for someone at a time that never was',
    'auspicious-days',
    days({ occasion: 'war', people: [good, neverWas] }),
    'occasion invalid_value',
    'people.1.birth.time nonexistent_time',
  ),
  post('an occasion that is none', 'auspicious-days', days({ occasion: 'war' }), 'occasion invalid_value'),
  post('days for three people', 'auspicious-days', days({ people: [good, good, good] }), 'people too_many'),
  post('days of two years', 'auspicious-days', days({ to: '2028-01-02' }), 'to span_too_long'),
  post(
    'days before a birth',
    'auspicious-days',
    days({ from: '1990-01-01', to: '1990-02-01', people: [good] }),
    'from span_before_birth',
  ),
  post(
    'days past the range',
    'auspicious-days',
    days({ from: '2101-01-01', to: '2101-02-01' }),
    'to date_out_of_range',
  ),
  post(
    'days for someone at a time that never was',
    'auspicious-days',
    days({ people: [neverWas] }),
    'people.0.birth.time nonexistent_time',
  ),
  post('a direction that is none', 'auspicious-days', days({ direction: 'up' }), 'direction invalid_value'),
  {
    what: 'a kind of code that is none',
    target: 'GET /v1/saju/glossary?kind=planet',
    fields: ['kind invalid_value'],
  },
  post('no people', 'charts/batch', { people: [] }, 'people too_few'),
  post('101 people', 'charts/batch', { people: Array(101).fill(good) }, 'people too_many'),
  post(
    'a span that ends before it starts, for nobody, on a scale that is none',
    'luck',
    { sex: 'M', from: '2026-02-01', to: '2026-01-01', scales: ['siun'] },
    'birth required',
    'scales.0 invalid_value',
    'sex invalid_value',
    'to invalid_span',
  ),
  post(
    'the luck of no year, for someone without a sex',
    'interpretations',
    { birth: good.birth, topics: ['year'] },
    'sex required',
    'year year_required',
  ),
  post(
    'too many days for an occasion that is none',
    'auspicious-days',
    days({ occasion: 'war', to: '2028-01-02' }),
    'occasion invalid_value',
    'to span_too_long',
  ),
  post('a span that ends before it starts', 'luck', luck({ to: '2025-12-31' }), 'to invalid_span'),
  post('days of luck for two years', 'luck', luck({ to: '2027-12-31' }), 'to span_too_long'),
  post('luck before the birth', 'luck', luck({ from: '1980-01-01', to: '1980-01-31' }), 'from span_before_birth'),
  post('a scale of luck that is none', 'luck', luck({ scales: ['siun'] }), 'scales.0 invalid_value'),
  post('a pair that is none', 'search', { pillars: { ...pillars, year: '갑축' } }, 'pillars.year unknown_pair'),
  post(
    'a month that no such year has',
    'search',
    { pillars: { ...pillars, month: '임오', year: '갑자' } },
    'pillars.month impossible_pillars',
  ),
  post(
    'an hour that no such day has',
    'search',
    { pillars: { ...pillars, hour: '갑자' } },
    'pillars.hour impossible_pillars',
  ),
  get('a day that is none', 'days/2023-02-29', 'date invalid_date'),
  get('a day before the range', 'days/1899-12-31', 'date date_out_of_range'),
  get(
    'days in the wrong order, at an unknown zone and half of a pair of coordinates',
    'days?from=2024-01-02&to=2024-01-01&latitude=north&timeZone=Mars/Olympus',
    'latitude invalid_type',
    'longitude required',
    'timeZone unknown_time_zone',
    'to invalid_span',
  ),
  get('an unknown query parameter', 'days/2024-01-01?tz=Asia/Seoul', 'tz unknown_field'),
  get('a parameter twice', 'days/2024-01-01?place=서울&place=부산', 'place duplicate'),
  get('a latitude that is no number', 'days/2024-01-01?latitude=0x10&longitude=127', 'latitude invalid_type'),
  get('an empty latitude', 'days/2024-01-01?latitude=&longitude=127', 'latitude invalid_type'),
  get('a place that is unknown', 'days/2024-01-01?place=아틀란티스', 'place unknown_place'),
  get('no dates', 'days', 'from required', 'to required'),
  get('367 days', 'days?from=2024-01-01&to=2025-01-01', 'to span_too_long'),
  get('days in the wrong order', 'days?from=2024-01-02&to=2024-01-01', 'to invalid_span'),
  get('days past the range', 'days?from=2101-01-28&to=2101-01-29', 'to date_out_of_range'),
  get('month 13', 'months/2024-13', 'month invalid_month'),
  get('a month past the range', 'months/2101-02', 'month date_out_of_range'),
  get('a year of terms past the table', 'solar-terms/2102', 'year too_big'),
  get('a year that is no number', 'solar-terms/twenty', 'year invalid_type'),
  get('a leap month that is not', 'lunar/2024/1/1?leap=true', 'leap invalid_lunar_date'),
  get('a lunar day that its month lacks', 'lunar/2024/1/30', 'day invalid_lunar_date'),
  get('leap=yes', 'lunar/2023/2/1?leap=yes', 'leap invalid_value'),
  { what: 'a route that is none', target: 'GET /v1/saju/horoscope', status: 404, code: 'route_not_found' },
  { what: 'a method that is none', target: 'DELETE /v1/saju/charts', status: 405, code: 'method_not_allowed' },
  { what: 'a path that is no UTF-8', target: 'GET /v1/manse/days/%FF', status: 400, code: 'invalid_request' },
];

describe('bad input', () => {
  test('there are at least 60 kinds', () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
  });

  test.each(rows.map(row => [row.what, row] as const))('%s is a clear problem in both languages', async (_, row) => {
    const { target, sent = {}, status = 400, code = 'invalid_request', fields } = row;
    const [method = '', path = ''] = target.split(' ');
    const words: string[] = [];
    for (const language of ['ko', 'en']) {
      const headers = { ...sent.headers, 'accept-language': language };
      const {
        status: got,
        json,
        headers: received,
      } = await client(method, encodeURI(path).replaceAll('%25', '%'), { ...sent, headers });
      expect(got).toBe(status);
      expect(received['content-type']).toBe('application/problem+json');
      expect(received['content-language']).toBe(language);
      expect(json.code).toBe(code);
      const found = json.errors?.map((error: { path: string; code: string }) => `${error.path} ${error.code}`);
      if (fields !== undefined) expect(found?.toSorted()).toEqual([...fields].sort());
      for (const error of json.errors ?? []) expect(error.detail).not.toBe('');
      words.push(
        `${json.title} ${json.detail} ${(json.errors ?? []).map((error: { detail: string }) => error.detail)}`,
      );
    }
    expect(words[0]).toMatch(/[가-힣]/);
    expect(words[1]).not.toBe(words[0]);
  });

  test('nothing of a request is in its log line', async () => {
    const { logged } = await client('POST', '/v1/saju/charts', {
      body: { ...birth({ date: '1987-06-05', time: '04:32' }), place: { name: '목포' } },
    });
    expect(logged).toContain('POST /v1/saju/charts');
    for (const personal of ['1987', '04:32', '목포', '127.0.0.1']) expect(logged).not.toContain(personal);
    const day = await client('GET', '/v1/manse/days/1987-06-05');
    expect(day.logged).toContain('GET /v1/manse/days/{date}');
    expect(day.logged).not.toContain('1987');
  });
});
