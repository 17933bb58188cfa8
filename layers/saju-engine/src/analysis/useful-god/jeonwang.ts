import type { Pattern } from '../pattern/pattern.ts';
import { fact, type Rule, reason } from '../reason.ts';
import type { UsefulGodCandidate } from './useful-god.ts';
import { JEONWANG, NO_STEMS } from './useful-god-methods.ts';

/** 滴天髓: what cannot be opposed is followed. */
const FOLLOWED: Rule = Object.freeze({ rule: 'jeonwang', source: 'jeokcheon' });
const NONE: UsefulGodCandidate = Object.freeze({
  method: JEONWANG,
  element: null,
  stems: NO_STEMS,
  applies: false,
  reasons: Object.freeze([
    Object.freeze({
      rule: 'jeonwang_none',
      source: 'jeokcheon',
      facts: Object.freeze([Object.freeze(fact('pattern.group', 'inner'))]),
    } as const),
  ]),
});

/** 전왕: of an outer pattern, the element that it follows or becomes. */
export function jeonwang({ code, element }: Pattern): UsefulGodCandidate {
  if (element === null) return NONE;
  return {
    method: JEONWANG,
    element,
    stems: NO_STEMS,
    applies: true,
    reasons: [reason(FOLLOWED, [fact('pattern', code), fact('pattern.element', element)])],
  };
}
