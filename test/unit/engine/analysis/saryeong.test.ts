import { describe, expect, test } from 'vitest';
import { saryeong } from '../../../../layers/saju-engine/src/analysis/saryeong.ts';

const DAY = 86_400;

describe('사령, the stem that governs a day of the month', () => {
  test.each([
    // 寅: 戊 7 days, 丙 7, 甲 16.
    ['寅', 2, 0, '戊'],
    ['寅', 2, 7 * DAY - 1, '戊'],
    ['寅', 2, 7 * DAY, '丙'],
    ['寅', 2, 14 * DAY - 1, '丙'],
    ['寅', 2, 14 * DAY, '甲'],
    // A month lasts up to 31.4 days: its 정기 governs to the end.
    ['寅', 2, 31 * DAY, '甲'],
    // 子 has no 중기: 壬 10 days, 癸 20.
    ['子', 0, 10 * DAY - 1, '壬'],
    ['子', 0, 10 * DAY, '癸'],
  ])('in the %s month (%i), %i s after its 절, is %4$s', (_, branch, seconds, stem) => {
    expect(saryeong(branch, seconds).stem.hanja).toBe(stem);
  });

  test('tells the days since the 절', () => {
    expect(saryeong(2, 3.456 * DAY).elapsedDays).toBe(3.46);
  });
});
