import type { Pattern } from '../pattern/pattern.ts';
import { fact, reason, rule } from '../reason.ts';
import type { UsefulGodCandidate } from './useful-god.ts';
import { JEONWANG, NO_STEMS } from './useful-god-methods.ts';

/** 滴天髓: what cannot be opposed is followed. */
const FOLLOWED = rule('jeonwang', 'jeokcheon');
const NOT_FOLLOWED = rule('jeonwang_none', 'jeokcheon');
const INNER = Object.freeze(fact('pattern.group', 'inner'));

/** 전왕: of an outer pattern, the element that it follows or becomes. */
export function jeonwang({ code, element }: Pattern): UsefulGodCandidate {
  return {
    method: JEONWANG,
    element,
    stems: NO_STEMS,
    applies: element !== null,
    reasons: [
      element === null
        ? reason(NOT_FOLLOWED, [INNER])
        : reason(FOLLOWED, [fact('pattern', code), fact('pattern.element', element)]),
    ],
  };
}
