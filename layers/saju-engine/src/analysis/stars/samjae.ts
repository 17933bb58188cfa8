import { type Term, terms } from '../../term.ts';
import { twelveSinsalIndex } from '../twelve-sinsal.ts';

/** The three years of 삼재 in order. */
export const SAMJAE: readonly Term[] = terms(`
  deulsamjae 들삼재 入三災 Three Calamities Entering
  nulsamjae 눌삼재 留三災 Three Calamities Staying
  nalsamjae 날삼재 出三災 Three Calamities Leaving`);

/** Index of 역마살, with which 삼재 begins: its three years are those of 역마, 육해 and 화개. */
const FIRST = 9;

/**
 * 삼재 that a year brings to a birth year (branches, 0 to 11), or null: 申子辰 寅卯辰, 亥卯未 巳午未, 寅午戌 申酉戌,
 * 巳酉丑 亥子丑. Korean practice.
 */
export function samjae(yearBranch: number, branch: number): Term | null {
  return SAMJAE[twelveSinsalIndex(yearBranch, branch) - FIRST] ?? null;
}
