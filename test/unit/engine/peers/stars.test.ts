import { GAPJA } from '@heal7/saju-engine';
import { expect, test } from 'vitest';
import { saju } from '../../../../layers/saju-engine/src/analysis/saju.ts';
import type { Star } from '../../../../layers/saju-engine/src/analysis/stars/star.ts';
import { stars } from '../../../../layers/saju-engine/src/analysis/stars/stars.ts';
import { hourGapja } from '../../../../layers/saju-engine/src/calendar/sexagenary.ts';
import { DEFAULT_OPTIONS } from '../../../../layers/saju-engine/src/options.ts';
import { seededRandom } from '../../seeded-random.ts';
import { loadGracefullight } from './gracefullight.ts';

interface Sinsals {
  analyzeSinsals(...pillars: [string, string, string, string]): {
    readonly summary: Readonly<Record<string, readonly string[]>>;
  };
}

/**
 * Our stars by the keys of @gracefullight/saju 1.3.0, which joins what is counted from the year and from the day.
 * Left out are its errors, 귀문 (it has the table of 홍란), 암록 (wrong from 戊 on), 관귀학관 (壬癸 寅 for 申) and 천주 (without
 * 甲乙), and what follows another rule: 천문성 (from the month) and 현침 (of single characters).
 */
const KEYS: Readonly<Record<string, string>> = {
  cheoneul: 'skyNoble',
  munchang: 'literaryNoble',
  mungok: 'literaryCurve',
  hakdang: 'academicHall',
  taegeuk: 'taijiNoble',
  geollok: 'officialStar',
  geumyeo: 'goldenCarriage',
  yangin: 'sheepBlade',
  hongyeom: 'redFlame',
  cheondeok: 'heavenlyVirtue',
  woldeok: 'monthlyVirtue',
  cheonui: 'heavenlyDoctor',
  hwangeundaesa: 'imperialPardon',
  gosin: 'solitaryStar',
  gwasuk: 'widowStar',
  hongnan: 'redPhoenix',
  cheonhui: 'heavenlyJoy',
  dohwa: 'peachBlossom',
  yeokma: 'skyHorse',
  hwagae: 'floweryCanopy',
  jangseong: 'generalStar',
  suok: 'disaster',
  goegang: 'kuiGang',
  baekho: 'whiteTiger',
  wonjin: 'wonjin',
};
/** It counts 원진 from the day branch only. */
function keyOf({ code, base }: Star): string | undefined {
  return code === 'wonjin' && base === 'yearBranch' ? undefined : KEYS[code];
}

test('25 stars of 2,000 random charts equal those of @gracefullight/saju', async () => {
  const { analyzeSinsals } = (await loadGracefullight()) as unknown as Sinsals;
  const random = seededRandom(60);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let n = 0; n < 2000; n++) {
    const year = below(60);
    const month = (12 * (year % 5) + 2 + below(12)) % 60;
    const day = below(60);
    const hour = hourGapja(day, below(12));
    const pillars = [year, month, day, hour].map(index => GAPJA[index]!.hanja) as [string, string, string, string];
    const found = stars(saju(year, month, day, hour), DEFAULT_OPTIONS);
    const { summary } = analyzeSinsals(...pillars);
    for (const key of Object.values(KEYS)) {
      const ours = new Set(found.filter(star => keyOf(star) === key).flatMap(star => star.pillars));
      expect(ours, `${pillars.join(' ')} ${key}`).toEqual(new Set(summary[key]));
    }
  }
});
