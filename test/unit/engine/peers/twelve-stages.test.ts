import { BRANCHES, DEFAULT_OPTIONS, stage } from '@heal7/saju-engine';
import { EarthBranch, HeavenStem } from 'tyme4ts';
import { describe, expect, test } from 'vitest';
import { loadGracefullight } from './gracefullight.ts';
import { HOUR_CHARTS } from './hour-charts.ts';

const gracefullight = await loadGracefullight();
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];

/** Words of tyme4ts that are not ours: simplified characters, and 临官 for 건록. */
const CHINESE: Readonly<Record<string, string>> = {
  长生: '長生',
  冠带: '冠帶',
  临官: '建祿',
  绝: '絶',
  养: '養',
};

// 양생음사, 화토동궁: the defaults, and what the peers know.
describe.each(STEMS.map((hanja, stem) => ({ hanja, stem })))('the twelve stages of $hanja', ({ hanja, stem }) => {
  const ours = BRANCHES.map((_, branch) => stage(stem, branch, DEFAULT_OPTIONS));

  test('on all branches equal those of tyme4ts', () => {
    const theirs = BRANCHES.map((_, branch) =>
      HeavenStem.fromIndex(stem).getTerrain(EarthBranch.fromIndex(branch)).getName(),
    );
    expect(theirs.map(word => CHINESE[word] ?? word)).toEqual(ours.map(one => one.hanja));
  });

  test('on all branches equal those of ssaju', () => {
    const charts = HOUR_CHARTS.filter(chart => chart.dayStem === hanja);
    const theirs = BRANCHES.map(
      branch => charts.find(chart => chart.pillarDetails.hour.branch === branch.hanja)?.stages12.bong.hour,
    );
    expect(theirs).toEqual(ours.map(one => one.hangul));
  });

  test('on all branches equal those of @gracefullight/saju', () => {
    const day = `${hanja}子`;
    const theirs = BRANCHES.map(
      branch => gracefullight.analyzeTwelveStages(`甲${branch.hanja}`, day, day, day).year.hanja,
    );
    expect(theirs).toEqual(ours.map(one => one.hanja));
  });
});
