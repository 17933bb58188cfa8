import { BRANCHES, hiddenStems } from '@heal7/saju-engine';
import { LunarUtil } from 'lunar-typescript';
import { EarthBranch } from 'tyme4ts';
import { describe, expect, test } from 'vitest';
import { loadGracefullight } from './gracefullight.ts';
import { HOUR_CHARTS } from './hour-charts.ts';

const gracefullight = await loadGracefullight();

describe.each(BRANCHES.map(({ hanja }, branch) => ({ hanja, branch })))(
  'hidden stems (inwon) of $hanja',
  ({ hanja, branch }) => {
    const ours = hiddenStems(branch, 'inwon').map(stem => stem.hanja);
    const set = new Set(ours);

    test('equal those of ssaju, role by role', () => {
      const { hiddenStems: theirs } = HOUR_CHARTS.find(chart => chart.pillarDetails.hour.branch === hanja)!
        .pillarDetails.hour;
      const byRole = Object.fromEntries(hiddenStems(branch, 'inwon').map(stem => [stem.role, stem.hanja]));
      expect({ yeogi: theirs.여기, junggi: theirs.중기, jeonggi: theirs.정기 }).toEqual({
        yeogi: null,
        junggi: null,
        ...byRole,
      });
    });

    test('are the same stems as those of lunar-typescript and of tyme4ts, the main one first', () => {
      const lunar = LunarUtil.ZHI_HIDE_GAN[hanja]!;
      const tyme = EarthBranch.fromIndex(branch)
        .getHideHeavenStems()
        .map(stem => stem.getName());
      expect(new Set(lunar)).toEqual(set);
      expect(new Set(tyme)).toEqual(set);
      expect([lunar[0], tyme[0]]).toEqual([ours.at(-1), ours.at(-1)]);
    });

    test('are the same stems as those of @gracefullight/saju, the main one first', () => {
      const theirs = gracefullight.HIDDEN_STEMS[hanja]!;
      expect(new Set(theirs)).toEqual(set);
      expect(theirs[0]).toBe(ours.at(-1));
    });
  },
);
