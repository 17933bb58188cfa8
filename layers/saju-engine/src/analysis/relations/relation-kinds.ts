import { type Term, terms } from '../../term.ts';
import type { Rule } from '../reason.ts';
import type { SourceCode } from '../sources.ts';

export type RelationCode =
  | 'cheonganhap'
  | 'cheonganchung'
  | 'yukhap'
  | 'samhap'
  | 'banhap'
  | 'gonghap'
  | 'banghap'
  | 'chung'
  | 'hyeong'
  | 'samhyeong'
  | 'pa'
  | 'hae'
  | 'wonjin'
  | 'gwimun'
  | 'amhap';

/** A kind of relation (합충형파해 …); its rule is its table, and has its code. */
export interface RelationKind extends Term {
  readonly code: RelationCode;
  readonly part: 'stem' | 'branch';
  readonly rule: Rule;
}

/**
 * Where each kind's table stands. 三命通會 book 2 has 十干合, 支元六合, 支元三合, 三刑, 六害 and 衝擊; 滴天髓 tells 方 from 局. The rest
 * is what Korean books of today print alike, without a classic that has the same table.
 */
const SOURCE: Readonly<Record<RelationCode, SourceCode>> = {
  cheonganhap: 'samyeong',
  cheonganchung: 'practice',
  yukhap: 'samyeong',
  samhap: 'samyeong',
  banhap: 'practice',
  gonghap: 'practice',
  banghap: 'jeokcheon',
  chung: 'samyeong',
  hyeong: 'samyeong',
  samhyeong: 'samyeong',
  pa: 'practice',
  hae: 'samyeong',
  wonjin: 'practice',
  gwimun: 'practice',
  amhap: 'practice',
};

/** The kinds, in the order in which they are listed of one pair of pillars. */
export const RELATION_KINDS: readonly RelationKind[] = terms<RelationCode>(`
  cheonganhap 천간합 天干合 Stem Combination
  cheonganchung 천간충 天干沖 Stem Clash
  yukhap 육합 六合 Six Combination
  samhap 삼합 三合 Three Harmony
  banhap 반합 半合 Half Three Harmony
  gonghap 공합 拱合 Arched Three Harmony
  banghap 방합 方合 Directional Combination
  chung 충 沖 Clash
  hyeong 형 刑 Punishment
  samhyeong 삼형 三刑 Three Punishments
  pa 파 破 Break
  hae 해 害 Harm
  wonjin 원진 怨嗔 Resentment
  gwimun 귀문 鬼門 Ghost Gate
  amhap 암합 暗合 Hidden Combination`).map(term =>
  Object.freeze({
    ...term,
    part: term.code.startsWith('cheongan') ? 'stem' : 'branch',
    rule: Object.freeze({ rule: term.code, source: SOURCE[term.code] }),
  }),
);

/**
 * What a 형 is called. 寅巳申 무은, 丑戌未 지세 as 三命通會 has it; many Korean books swap these two names.
 */
export const HYEONG_FORMS: readonly Term[] = terms(`
  mueun 무은지형 無恩之刑 Punishment Without Gratitude
  jise 지세지형 恃勢之刑 Punishment of Abused Power
  murye 무례지형 無禮之刑 Punishment Without Courtesy
  jahyeong 자형 自刑 Self-Punishment`);

export function relationKind(code: RelationCode): RelationKind {
  return RELATION_KINDS.find(kind => kind.code === code)!;
}
