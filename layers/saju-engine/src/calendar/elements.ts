import { type Term, terms } from '../term.ts';

export type ElementCode = 'wood' | 'fire' | 'earth' | 'metal' | 'water';
export type PolarityCode = 'yang' | 'yin';

/** 오행 in the order in which each bears the next: 木 火 土 金 水. */
export const ELEMENTS: readonly (Term & { readonly code: ElementCode })[] = terms<ElementCode>(`
  wood 목 木 Wood
  fire 화 火 Fire
  earth 토 土 Earth
  metal 금 金 Metal
  water 수 水 Water`);

/** 음양: index 0 is 양, 1 is 음. */
export const POLARITIES: readonly (Term & { readonly code: PolarityCode })[] = terms<PolarityCode>(`
  yang 양 陽 Yang
  yin 음 陰 Yin`);
