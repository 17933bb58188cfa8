import { type Term, terms } from '../term.ts';
import {
  anyFortune,
  type DayRule,
  direction,
  everyFortune,
  judang,
  officer,
  path,
  sonAhead,
  sonElsewhere,
  sonFree,
  star,
} from './day-rule.ts';

export type Occasion = 'marriage' | 'moving' | 'opening' | 'travel' | 'treatment' | 'ritual';

/** What days are chosen for. */
export const OCCASIONS: readonly (Term & { readonly code: Occasion })[] = terms<Occasion>(`
  marriage 혼인 婚姻 Marriage
  moving 이사 移徙 Moving House
  opening 개업·계약 開業·契約 Opening a Business, Signing a Contract
  travel 여행 旅行 Travel
  treatment 수술·치료 手術·治療 Surgery, Treatment
  ritual 제사·고사 祭祀·告祀 Ritual`);

/** What an occasion wants of a date, what it puts up with, and what it cannot have. Charts have rules of their own. */
export interface OccasionRules {
  readonly wants: readonly DayRule[];
  readonly blemishes: readonly DayRule[];
  readonly excludes: readonly DayRule[];
}

/**
 * The rules of each occasion. Which days it wants and shuns is Korean practice, as books of 택일 agree; the points, +6 to
 * +10 and −5 to −8 by how much weight they give it, are our choice. All are added to 50.
 */
const RULES: Readonly<Record<Occasion, () => OccasionRules>> = {
  marriage: () => ({
    wants: [
      path('yellow', 8),
      officer('定成開', 8),
      everyFortune('saenggi cheonui bokdeok', 10),
      star('cheondeok', 7),
      star('woldeok', 7),
      star('cheondeokhap', 6),
      star('woldeokhap', 6),
      judang('marriage', true, 7),
    ],
    blemishes: [path('black', -5), judang('marriage', false, -7)],
    excludes: [
      officer('破閉'),
      star('bokdan'),
      star('wolgi'),
      star('sari'),
      star('sajeol'),
      star('hongsa'),
      star('pima'),
      star('susa'),
      anyFortune('hwahae jeolmyeong'),
    ],
  }),
  moving: () => ({
    wants: [sonFree(10), sonElsewhere(6), path('yellow', 8), officer('成開滿', 8), judang('moving', true, 7)],
    blemishes: [
      sonAhead(-8),
      path('black', -5),
      judang('moving', false, -7),
      star('wolgi', -5),
      anyFortune('hwahae', -6),
    ],
    excludes: [
      officer('破閉'),
      star('bokdan'),
      star('susa'),
      direction('daejanggun'),
      direction('samsal'),
      anyFortune('jeolmyeong'),
    ],
  }),
  opening: () => ({
    wants: [path('yellow', 8), officer('滿成開定', 8), star('cheoneun', 7)],
    blemishes: [path('black', -5), star('wolgi', -5), anyFortune('hwahae jeolmyeong', -6)],
    excludes: [officer('破閉'), star('bokdan'), star('cheonjeok')],
  }),
  travel: () => ({
    wants: [officer('開建成', 8)],
    blemishes: [star('wolgi', -5), anyFortune('hwahae jeolmyeong', -6)],
    excludes: [officer('破閉'), star('bokdan'), star('susa')],
  }),
  treatment: () => ({
    wants: [officer('除破', 8), everyFortune('cheonui', 10)],
    blemishes: [anyFortune('hwahae jeolmyeong', -6)],
    excludes: [officer('建滿閉')],
  }),
  ritual: () => ({
    wants: [star('cheonsa', 10), star('cheoneun', 7), path('yellow', 8), officer('除開', 8)],
    blemishes: [path('black', -5), anyFortune('hwahae jeolmyeong', -6)],
    excludes: [star('bokdan'), star('cheongang'), star('hagoe')],
  }),
};

const made: Partial<Record<Occasion, OccasionRules>> = {};

/** The rules of an occasion, made when first asked for: whoever imports the engine for a chart needs none of them. */
export function occasionRules(occasion: Occasion): OccasionRules {
  made[occasion] ??= RULES[occasion]();
  return made[occasion];
}
