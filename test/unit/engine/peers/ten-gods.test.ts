import { BRANCHES, TEN_GODS, tenGodOfBranch, tenGodOfStem } from '@heal7/saju-engine';
import { LunarUtil } from 'lunar-typescript';
import { EARTHLY_BRANCHES, getBranchTenGod, getTenGod, HEAVENLY_STEMS } from 'manseryeok';
import { EarthBranch, HeavenStem } from 'tyme4ts';
import { describe, expect, test } from 'vitest';
import { loadGracefullight } from './gracefullight.ts';
import { HOUR_CHARTS } from './hour-charts.ts';

const gracefullight = await loadGracefullight();
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];

/** Words of lunar-typescript and tyme4ts that are not ours: simplified characters, and 七杀 for 편관. */
const CHINESE: Readonly<Record<string, string>> = {
  劫财: '劫財',
  伤官: '傷官',
  偏财: '偏財',
  正财: '正財',
  七杀: '偏官',
};
const inOurWords = (word: string): string => CHINESE[word] ?? word;

describe.each(STEMS.map((hanja, day) => ({ hanja, day })))('to the day stem $hanja', ({ hanja, day }) => {
  const ofStems = STEMS.map((_, stem) => tenGodOfStem(day, stem));
  const ofBranches = BRANCHES.map((_, branch) => tenGodOfBranch(day, branch));
  const hangul = { stems: ofStems.map(god => god.hangul), branches: ofBranches.map(god => god.hangul) };
  const inHanja = { stems: ofStems.map(god => god.hanja), branches: ofBranches.map(god => god.hanja) };

  test('the ten gods of all stems and branches equal those of manseryeok', () => {
    const dayStem = HEAVENLY_STEMS[day]!;
    expect({
      stems: HEAVENLY_STEMS.map(stem => getTenGod(dayStem, stem)),
      branches: EARTHLY_BRANCHES.map(branch => getBranchTenGod(dayStem, branch)),
    }).toEqual(hangul);
  });

  test('the ten gods of all stems and branches equal those of ssaju', () => {
    const charts = HOUR_CHARTS.filter(chart => chart.dayStem === hanja);
    const of = (part: 'stem' | 'branch', name: string): string | undefined =>
      charts.find(chart => chart.pillarDetails.hour[part] === name)?.tenGods.hour[part];
    expect({
      stems: STEMS.map(stem => of('stem', stem)),
      branches: BRANCHES.map(branch => of('branch', branch.hanja)),
    }).toEqual(hangul);
  });

  test('the ten gods of all stems and branches equal those of @gracefullight/saju', () => {
    expect({
      stems: STEMS.map(stem => gracefullight.getTenGodForStem(hanja, stem).hanja),
      branches: BRANCHES.map(branch => gracefullight.getTenGodForBranch(hanja, branch.hanja).hanja),
    }).toEqual(inHanja);
  });

  test('the ten gods of all stems and branches equal those of lunar-typescript', () => {
    const of = (stem: string): string => inOurWords(LunarUtil.SHI_SHEN[hanja + stem]!);
    expect({
      stems: STEMS.map(of),
      branches: BRANCHES.map(branch => of(LunarUtil.ZHI_HIDE_GAN[branch.hanja]![0]!)),
    }).toEqual(inHanja);
  });

  test('the ten gods of all stems and branches equal those of tyme4ts', () => {
    const dayStem = HeavenStem.fromIndex(day);
    const of = (stem: HeavenStem): string => inOurWords(dayStem.getTenStar(stem).getName());
    expect({
      stems: STEMS.map((_, stem) => of(HeavenStem.fromIndex(stem))),
      branches: BRANCHES.map((_, branch) => of(EarthBranch.fromIndex(branch).getHideHeavenStemMain())),
    }).toEqual(inHanja);
  });
});

test('every ten god is met by every day stem', () => {
  for (let day = 0; day < 10; day++) {
    expect(new Set(STEMS.map((_, stem) => tenGodOfStem(day, stem)))).toEqual(new Set(TEN_GODS));
  }
});
