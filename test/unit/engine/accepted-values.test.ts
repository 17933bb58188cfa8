import { describe, expect, test } from 'vitest';
import { OPTION_WORDS } from '../../../layers/saju-engine/src/glossary/words/options.ts';
import * as engine from '../../../layers/saju-engine/src/index.ts';
import { interpret } from '../../../layers/saju-engine/src/interpretation/index.ts';

/** As a caller without types sends it. */
const any = (value: unknown) => value as never;
const birth = { date: '1990-05-15', time: '14:30' };
const chart = (fields: object) => () => engine.chart(any({ birth, sex: 'female', ...fields }));
const pillars = (fields: object) => () => engine.fourPillars(any({ date: '1990-05-15', ...fields }));
const days = (fields: object) => () =>
  engine.auspiciousDays(any({ occasion: 'moving', from: '2026-01-01', to: '2026-01-31', ...fields }));
const day = engine.gregorianDay('2000-01-01')! + 0.5;
const terms = `0–${engine.TERM_INSTANTS.length - 1}`;

/** What is asked, then the code, path and accepted values of its refusal. */
const refused: readonly [string, () => unknown, string, string, string?][] = [
  ['a sex in capitals', chart({ sex: 'Male' }), 'invalid_value', 'sex', 'female, male'],
  ['no sex', chart({ sex: undefined }), 'invalid_value', 'sex', 'female, male'],
  ['a calendar in capitals', pillars({ calendar: 'Lunar' }), 'invalid_value', 'birth.calendar', 'solar, lunar'],
  ['a text for the leap month', pillars({ isLeapMonth: 'no' }), 'invalid_value', 'birth.isLeapMonth', 'true, false'],
  ['a leap month of the sun', pillars({ isLeapMonth: true }), 'leap_month_of_solar_date', 'birth.isLeapMonth'],
  ['a third time', pillars({ time: '14:30', fold: 2 }), 'invalid_value', 'birth.fold', '0, 1'],
  ['an hour told twice', pillars({ time: '14:30', hourBranch: 'mi' }), 'hour_given_twice', 'birth.hourBranch'],
  ['a time as a number', pillars({ time: 1430 }), 'invalid_time', 'birth.time'],
  ['no time, told as null', pillars({ time: null }), 'invalid_time', 'birth.time'],
  ['no birth', chart({ birth: undefined }), 'invalid_date', 'birth.date'],
  ['no date', chart({ birth: {} }), 'invalid_date', 'birth.date'],
  ['a date as a number', chart({ birth: { date: 19900515 } }), 'invalid_date', 'birth.date'],
  ['a latitude past the pole', chart({ place: { latitude: 91, longitude: 127 } }), 'invalid_place', 'place.latitude'],
  ['a longitude as a text', chart({ place: { longitude: '127' } }), 'invalid_place', 'place.longitude'],
  ['a zone as a number', chart({ place: { timeZone: 9 } }), 'unknown_time_zone', 'place.timeZone'],
  [
    'a time basis in capitals',
    chart({ options: { timeBasis: 'LMT' } }),
    'invalid_value',
    'options.timeBasis',
    'lmt, clock, standard, apparent',
  ],
  [
    'a rule of the night hour of pillars alone',
    () => engine.fourPillars(birth, undefined, any({ jasi: 'Split' })),
    'invalid_value',
    'options.jasi',
    'split, jasi, midnight',
  ],
  [
    'a rounding that is none, for one of two people',
    () => engine.compatibility({ birth, sex: 'male' }, any({ birth, sex: 'male', options: { daeunRounding: 'up' } })),
    'invalid_value',
    'b.options.daeunRounding',
    'round, floor, ceil, traditional',
  ],
  [
    'an option of bare pillars',
    () => engine.readPillars(engine.fourPillars(birth), any({ omiHap: 'wood' })),
    'invalid_value',
    'options.omiHap',
    'fire, earth, none',
  ],
  [
    'a sex of the second person',
    days({
      people: [
        { birth, sex: 'male' },
        { birth, sex: '남' },
      ],
    }),
    'invalid_value',
    'people.1.sex',
    'female, male',
  ],
  [
    'an occasion that is none',
    days({ occasion: 'wedding' }),
    'invalid_value',
    'occasion',
    'marriage, moving, opening, travel, treatment, ritual',
  ],
  [
    'a direction that is none',
    days({ options: { direction: 'up' } }),
    'invalid_value',
    'options.direction',
    'null, north, northeast, east, southeast, south, southwest, west, northwest',
  ],
  [
    'a scale of luck that is none',
    () => engine.luckOfSpan({ birth, sex: 'male' }, { from: '2000-01-01', to: '2000-01-02' }, any(['daeun', 'siun'])),
    'invalid_value',
    'scales.1',
    'daeun, seun, wolun, ilun',
  ],
  ['a span without dates', () => engine.luckOfSpan({ birth, sex: 'male' }, any({})), 'invalid_date', 'from'],
  ['no year', () => engine.luckOfYear({ birth, sex: 'male' }, Number.NaN), 'invalid_value', 'year', '1899–9998'],
  ['the last year', () => engine.luckOfYear({ birth, sex: 'male' }, 9999), 'invalid_value', 'year', '1899–9998'],
  [
    'a topic that is none',
    () => interpret(engine.fullChart({ birth, sex: 'male' }), any({ topics: ['love'] })),
    'invalid_value',
    'topics.0',
    'personality, wealth, health, relationship, year',
  ],
  [
    'pillars that are none',
    () => engine.searchPillars({ year: 6, month: 77, day: 16 }),
    'invalid_value',
    'month',
    '0–59',
  ],
  [
    'a pillar before the first',
    () => engine.searchPillars({ year: 6, month: 17, day: -44 }),
    'invalid_value',
    'day',
    '0–59',
  ],
  [
    'no pillar',
    () => engine.searchPillars({ year: 6, month: 17, day: 16, hour: Number.NaN }),
    'invalid_value',
    'hour',
    '0–59',
  ],
  ['a term past the table', () => engine.datedSolarTerm(engine.termSerial(2102, 1)), 'invalid_value', 'serial', terms],
  [
    'a term before the table',
    () => engine.datedSolarTerm(engine.termSerial(1898, 1)),
    'invalid_value',
    'serial',
    terms,
  ],
  ['a term and a half', () => engine.datedSolarTerm(1.5), 'invalid_value', 'serial', terms],
  ['half a day of the lunar calendar', () => engine.lunarDate(day), 'date_out_of_range', 'date'],
  ['half a day of the almanac', () => engine.almanacDay(day), 'date_out_of_range', 'date'],
  ['a moon that nobody looks at', () => engine.manseDay(engine.FIRST_DAY, any(undefined)), 'invalid_place', 'latitude'],
  ['half a day of the calendar', () => engine.manseDay(day, engine.SEOUL), 'date_out_of_range', 'date'],
];

describe('what would give a wrong answer is refused, with its path and what is accepted', () => {
  test.each(refused)('%s', (_, ask, code, path, accepted) => {
    let thrown: unknown;
    try {
      ask();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(engine.SajuError);
    expect(thrown).toMatchObject({ code, path: path.split('.'), ...(accepted && { params: { accepted } }) });
    if (accepted) expect((thrown as Error).message).toContain(`may be ${accepted}`);
  });
});

/** Of each option what the glossary says it may be, its default first. */
const choices = Map.groupBy(
  OPTION_WORDS.trim()
    .split('\n')
    .map(row => row.trim().split(/[ .]/)),
  ([option]) => option!,
);

test.each([...choices])(
  'the choices of %s that are accepted are those of the glossary, and the first is the default',
  (option, rows) => {
    const values = rows.map(([, value]) => value!);
    const given = (value: string) => ({ options: { [option]: value } });
    const ask = (value: string) => (option === 'age' ? days(given(value)) : chart(given(value)))().options;
    for (const value of values) expect(ask(value)).toHaveProperty(option, value);
    if (option !== 'age') expect(engine.DEFAULT_OPTIONS).toHaveProperty(option, values[0]);
    expect(() => ask('fate')).toThrow(`options.${option} may be ${values.join(', ')}`);
  },
);

test('a choice that is undefined, or null as a whole, is left to the default', () => {
  const asked = { birth, sex: 'male' } as const;
  expect(engine.chart({ ...asked, options: any({ timeBasis: undefined, omiHap: undefined }) })).toEqual(
    engine.chart(asked),
  );
  expect(engine.chart({ ...asked, options: any(null) })).toEqual(engine.chart(asked));
  expect(days({ options: { direction: undefined, age: undefined } })()).toEqual(days({})());
});
