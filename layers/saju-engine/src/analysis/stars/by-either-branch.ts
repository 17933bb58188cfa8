import { BRANCHES } from '../../calendar/branches.ts';
import { TWELVE_SINSAL, twelveSinsalIndex } from '../twelve-sinsal.ts';

/** Branches that are one of the 12신살 to each branch 子 … 亥. */
function sinsalCells(code: string): string {
  const index = TWELVE_SINSAL.findIndex(sinsal => sinsal.code === code);
  return BRANCHES.map((_, base) => BRANCHES[(index - twelveSinsalIndex(base, 0) + 12) % 12]!.hanja).join('');
}

/**
 * Rows of the stars that are counted from the year branch and from the day branch alike: 원진, and those of the 12신살 that
 * are read as stars. 화개 and 장성 can sit on their base.
 */
export const EITHER_BRANCH_ROWS = `
  wonjin 원진살 怨嗔殺 inauspicious practice ymdh 未午酉申亥戌丑子卯寅巳辰 Resentment
  dohwa 도화살 桃花殺 mixed samyeong ymdh ${sinsalCells('yeonsal')} Peach Blossom
  yeokma 역마살 驛馬殺 mixed samyeong ymdh ${sinsalCells('yeokma')} Post Horse
  hwagae 화개살 華蓋殺 mixed samyeong ymdh ${sinsalCells('hwagae')} Canopy
  jangseong 장성살 將星殺 auspicious samyeong ymdh ${sinsalCells('jangseong')} General
  suok 수옥살 囚獄殺 inauspicious samyeong ymdh ${sinsalCells('jaesal')} Imprisonment`;
