import { GAPJA, napeum } from '@heal7/saju-engine';
import { LunarUtil } from 'lunar-typescript';
import { SixtyCycle } from 'tyme4ts';
import { expect, test } from 'vitest';
import { loadGracefullight } from './gracefullight.ts';

const gracefullight = await loadGracefullight();
const ours = GAPJA.map(({ index, hanja }) => `${hanja} ${napeum(index).hanja}`);

/** Names that lunar-typescript and tyme4ts write otherwise: simplified characters, 旁 for 傍 and 蜡 for 鑞. */
const CHINESE: Readonly<Record<string, string>> = {
  炉中火: '爐中火',
  路旁土: '路傍土',
  剑锋金: '劍鋒金',
  山头火: '山頭火',
  涧下水: '澗下水',
  城头土: '城頭土',
  白蜡金: '白鑞金',
  杨柳木: '楊柳木',
  霹雳火: '霹靂火',
  长流水: '長流水',
  覆灯火: '覆燈火',
  大驿土: '大驛土',
  钗钏金: '釵釧金',
};

/** Names that @gracefullight/saju writes with other characters of the same sound: 蠟 for 鑞, 砂 for 沙. */
const GRACEFULLIGHT: Readonly<Record<string, string>> = {
  白蠟金: '白鑞金',
  砂中金: '沙中金',
  砂中土: '沙中土',
};

test('the napeum of all sixty pairs equals that of tyme4ts', () => {
  const theirs = GAPJA.map(({ index, hanja }) => {
    const name = SixtyCycle.fromIndex(index).getSound().getName();
    return `${hanja} ${CHINESE[name] ?? name}`;
  });
  expect(theirs).toEqual(ours);
});

test('the napeum of all sixty pairs equals that of lunar-typescript', () => {
  const theirs = GAPJA.map(({ hanja }) => {
    const name = LunarUtil.NAYIN[hanja]!;
    return `${hanja} ${CHINESE[name] ?? name}`;
  });
  expect(theirs).toEqual(ours);
});

test('the napeum of all sixty pairs equals that of @gracefullight/saju', () => {
  const theirs = GAPJA.map(({ index, hanja }) => {
    const name = gracefullight.getNayin(index).hanja;
    return `${hanja} ${GRACEFULLIGHT[name] ?? name}`;
  });
  expect(theirs).toEqual(ours);
});
