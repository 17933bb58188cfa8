import { GAPJA, voidBranches } from '@heal7/saju-engine';
import { LunarUtil } from 'lunar-typescript';
import { EARTHLY_BRANCHES, getVoidBranches, HEAVENLY_STEMS } from 'manseryeok';
import { calculateSaju } from 'ssaju';
import { SixtyCycle } from 'tyme4ts';
import { expect, test } from 'vitest';

/** 甲子. */
const JIAZI_DAY = Date.UTC(2000, 0, 7);

const ours = GAPJA.map(
  ({ index, hanja }) =>
    `${hanja} ${voidBranches(index)
      .map(branch => branch.hanja)
      .join('')}`,
);

test('the void branches of all sixty pairs equal those of manseryeok', () => {
  const theirs = GAPJA.map(({ index }) => getVoidBranches(HEAVENLY_STEMS[index % 10]!, EARTHLY_BRANCHES[index % 12]!));
  expect(theirs).toEqual(GAPJA.map(({ index }) => voidBranches(index).map(branch => branch.hangul)));
});

test('the void branches of all sixty day pillars equal those of ssaju', () => {
  const theirs = GAPJA.map((_, days) => {
    const date = new Date(JIAZI_DAY + days * 86_400_000);
    const { pillars, gongmang } = calculateSaju({
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    });
    return `${pillars.day} ${gongmang.branches.join('')}`;
  });
  expect(theirs).toEqual(ours);
});

test('the void branches of all sixty pairs equal those of tyme4ts', () => {
  const theirs = GAPJA.map(({ index, hanja }) => {
    const branches = SixtyCycle.fromIndex(index).getExtraEarthBranches();
    return `${hanja} ${branches.map(branch => branch.getName()).join('')}`;
  });
  expect(theirs).toEqual(ours);
});

test('the void branches of all sixty pairs equal those of lunar-typescript', () => {
  expect(GAPJA.map(({ hanja }) => `${hanja} ${LunarUtil.getXunKong(hanja)}`)).toEqual(ours);
});
