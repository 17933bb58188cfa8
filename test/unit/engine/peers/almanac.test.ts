import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Solar } from 'lunar-typescript';
import { SolarDay } from 'tyme4ts';
import { describe, expect, test } from 'vitest';
import { type AlmanacDay, almanacDay } from '../../../../layers/saju-engine/src/days/almanac-day.ts';
import { civilDate, dayNumber } from '../../../../layers/saju-engine/src/time/civil-date.ts';
import { gregorianDay } from '../../../../layers/saju-engine/src/time/iso-fields.ts';

/** Rows of a file of `test/reference` without its heading. */
function rowsOf(file: string): string[][] {
  const bytes = readFileSync(new URL(`../../../reference/${file}`, import.meta.url));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map(row => row.trim().split(','));
}

const on = (date: string): AlmanacDay => almanacDay(gregorianDay(date)!);

const FROM = dayNumber(2023, 1, 1);
const TO = dayNumber(2025, 12, 31);
const THREE_YEARS = Array.from({ length: TO - FROM + 1 }, (_, n) => almanacDay(FROM + n));

/**
 * Dates on which a 절 begins the month in China (UTC+8) and not yet in Korea: 소한 2023-01-05 23:05 and 대설 2024-12-06
 * 23:17 there are 00:05 and 00:17 of the next day here.
 */
const CHINA_A_DAY_BEFORE = ['2023-01-05', '2024-12-06'];

/** Characters as our terms write them. */
const SIMPLIFIED = new Map(
  Object.entries({
    满: '滿',
    执: '執',
    开: '開',
    闭: '閉',
    青: '靑',
    龙: '龍',
    匮: '匱',
    金: '金',
    贵: '貴',
    陈: '陳',
    虚: '虛',
    娄: '婁',
    毕: '畢',
    参: '參',
    张: '張',
    轸: '軫',
  }),
);
const ours = (text: string): string => [...text].map(character => SIMPLIFIED.get(character) ?? character).join('');

/** Dates of the three years on which these facts of a day are not the witness's. */
function differences(read: (day: AlmanacDay) => string, witness: (day: AlmanacDay) => string): string[] {
  return THREE_YEARS.filter(day => read(day) !== witness(day)).map(({ solarDate }) => solarDate);
}

const pairs = ({ pillars: { year, month, day } }: AlmanacDay) => `${year.hanja} ${month.hanja} ${day.hanja}`;
const officerAndPath = ({ officer, path }: AlmanacDay) => `${officer.hanja} ${path.hanja} ${path.isYellow}`;

describe('three years day by day, through every pair and every mansion, equal', () => {
  test('tyme4ts in 건제, 황도 and 28수, but where the 절 is on another date in China', () => {
    const lunarDay = ({ solarDate }: AlmanacDay) => {
      const { year, month, day } = civilDate(gregorianDay(solarDate)!);
      return SolarDay.fromYmd(year, month, day).getLunarDay();
    };
    expect(
      differences(officerAndPath, day => {
        const theirs = lunarDay(day);
        const star = theirs.getTwelveStar();
        return `${ours(theirs.getDuty().getName())} ${ours(star.getName())} ${star.getEcliptic().getName() === '黄道'}`;
      }),
    ).toEqual(CHINA_A_DAY_BEFORE);
    expect(
      differences(
        ({ mansion }) => mansion.hanja,
        day => ours(lunarDay(day).getTwentyEightStar().getName()),
      ),
    ).toEqual([]);
  });

  test('lunar-typescript, by the same author, in the same', () => {
    const lunar = ({ solarDate }: AlmanacDay) => {
      const { year, month, day } = civilDate(gregorianDay(solarDate)!);
      return Solar.fromYmd(year, month, day).getLunar();
    };
    expect(
      differences(officerAndPath, day => {
        const theirs = lunar(day);
        return `${ours(theirs.getZhiXing())} ${ours(theirs.getDayTianShen())} ${theirs.getDayTianShenType() === '黄道'}`;
      }),
    ).toEqual(CHINA_A_DAY_BEFORE);
    expect(
      differences(
        ({ mansion }) => mansion.hanja,
        day => ours(lunar(day).getXiu()),
      ),
    ).toEqual([]);
  });

  // Another author's: the table that his program printed.
  const lunisolar = new Map(rowsOf('almanac-lunisolar.csv').map(row => [row[0]!, row]));

  test('lunisolar in stems and branches, 건제 and 황도, but where the 절 is on another date in China', () => {
    expect(lunisolar.size).toBe(THREE_YEARS.length);
    const row = ({ solarDate }: AlmanacDay) => lunisolar.get(solarDate)!;
    expect(differences(pairs, day => row(day).slice(1, 4).join(' '))).toEqual(CHINA_A_DAY_BEFORE);
    expect(
      differences(
        ({ officer, path }) => `${officer.hanja} ${path.hanja}`,
        day => ours(row(day).slice(4, 6).join(' ')),
      ),
    ).toEqual(CHINA_A_DAY_BEFORE);
  });

  test('lunisolar in 천사, 월덕, 사리, 사절, 월파, 하괴 and 천강, but where the solar term is on another date in China', () => {
    const codes = ['cheonsa', 'woldeok', 'sari', 'sajeol', 'wolpa', 'hagoe', 'cheongang'];
    const names = ['天赦', '月德', '四離', '四絕', '月破', '河魁', '天罡'];
    const known = THREE_YEARS.filter(({ solarDate }) => lunisolar.get(solarDate)![6] !== '?');
    expect(known.length).toBeGreaterThan(1000);
    const others = known.filter(({ solarDate, stars }) => {
      const theirs = lunisolar.get(solarDate)![6]!.split(' ');
      return codes.some((code, n) => stars.some(star => star.code === code) !== theirs.includes(names[n]!));
    });
    // 동지 2025 is at 23:03 of the 21st in China, and on the 22nd in Korea.
    expect(others.map(({ solarDate }) => solarDate)).toEqual(['2024-12-06', '2025-12-20', '2025-12-21']);
  });

  test('the days by the rule of 손 in the lunar calendar of KASI', () => {
    const lunarDays = new Map(rowsOf('lunar-kasi.csv.gz').map(row => [row[0]!, Number(row[3])]));
    const east = [1, 2, 11, 12, 21, 22];
    const south = [3, 4, 13, 14, 23, 24];
    const west = [5, 6, 15, 16, 25, 26];
    const north = [7, 8, 17, 18, 27, 28];
    const free = [9, 10, 19, 20, 29, 30];
    const places = { east, south, west, north, free };
    expect(
      differences(
        ({ son }) => son.direction?.code ?? 'free',
        ({ solarDate }) => Object.entries(places).find(([, days]) => days.includes(lunarDays.get(solarDate)!))![0],
      ),
    ).toEqual([]);
  });
});

test('손없는날 are those of lists that Korean pages published for 28 months', () => {
  for (const [month = '', days = ''] of rowsOf('almanac-son.csv')) {
    const free: number[] = [];
    for (let day = 1; gregorianDay(`${month}-${`${day}`.padStart(2, '0')}`) !== undefined; day++) {
      if (on(`${month}-${`${day}`.padStart(2, '0')}`).son.isFree) free.push(day);
    }
    expect(`${month} ${free.join(' ')}`).toBe(`${month} ${days}`);
  }
});

describe('the mansions of koyominote.com, a Japanese calendar,', () => {
  const rows = rowsOf('almanac-koyominote.csv');
  const ORDER = '角亢氐房心尾箕斗牛女虛危室壁奎婁胃昴畢觜參井鬼柳星張翼軫';

  test('are ours on the dates printed, from 1937 to 2093, as are 건제 and stems and branches', () => {
    for (const [date = '', mansion, officer, day] of rows) {
      const here = on(date);
      expect([date, here.mansion.hanja]).toEqual([date, mansion]);
      if (officer) expect([date, here.officer.hanja]).toEqual([date, officer]);
      if (day) expect([date, here.pillars.day.hanja]).toEqual([date, day]);
    }
  });

  test('in the order of the 28, go on from any of those dates to ours of three years', () => {
    for (const [date = '', mansion = ''] of rows) {
      const first = gregorianDay(date)!;
      const start = ORDER.indexOf(mansion);
      const theirs = (day: AlmanacDay) => ORDER[(((gregorianDay(day.solarDate)! - first + start) % 28) + 28) % 28]!;
      expect(differences(({ mansion }) => mansion.hanja, theirs)).toEqual([]);
    }
  });
});
