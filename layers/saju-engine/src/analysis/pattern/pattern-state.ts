import { type Reason, type Rule, reason, rule } from '../reason.ts';
import { POSITIONS, type Saju } from '../saju.ts';
import type { SourceCode } from '../sources.ts';
import {
  BIGYEOP,
  GWANSEONG,
  INSEONG,
  JAESEONG,
  positionsOf,
  presentFacts,
  SIKSANG,
  visibleFacts,
} from './visible-gods.ts';

/** 성격 or 파격, and why. */
export interface PatternState {
  readonly state: 'formed' | 'broken';
  readonly reason: Reason;
}

/** What breaks a pattern where it stands in so many stems, and no remedy (구응) stands in any. */
interface Threat {
  readonly by: number;
  /** 0 for a need: the remedy must be there in any case. */
  readonly stems: number;
  readonly remedy: number;
  readonly broken: Rule;
}

interface Conditions {
  readonly threats: readonly Threat[];
  /** All that threatens. */
  readonly feared: number;
}

const UNTHREATENED = rule('pattern_unthreatened', 'japyeong');
const REMEDIED = rule('pattern_remedied', 'japyeong');
const NEED_MET = rule('pattern_need_met', 'japyeong');

const SANGGWAN = 1 << 3;
const PYEONGWAN = 1 << 6;
const JEONGGWAN = 1 << 7;
const PYEONIN = 1 << 8;

const WEALTH = conditions(threat(BIGYEOP, 2, SIKSANG | GWANSEONG, 'gungeop_jaengjae'));
const RESOURCE = conditions(threat(JAESEONG, 1, GWANSEONG, 'tamjae_goein'));

/** 子平眞詮 (論用神成敗救應), by the ten god that names the pattern, 식신 first. */
const CONDITIONS = [
  conditions(threat(PYEONIN, 1, JAESEONG, 'hyosin_talsik')),
  conditions(threat(JEONGGWAN, 1, INSEONG, 'sanggwan_gyeongwan')),
  WEALTH,
  WEALTH,
  conditions(
    threat(JAESEONG, 1, SIKSANG | INSEONG, 'jaesaengsal'),
    need(SIKSANG | INSEONG, 'chilsal_muje', 'practice'),
  ),
  conditions(threat(SANGGWAN, 1, INSEONG, 'sanggwan_gyeongwan'), threat(PYEONGWAN, 1, 0, 'gwansal_honjap')),
  RESOURCE,
  RESOURCE,
];
/** Of 건록격, 양인격 and 월겁격. */
const OWN_MONTH = conditions(need(GWANSEONG | JAESEONG | SIKSANG, 'nokgeop_muyong'));

/**
 * 성패 of an inner pattern, by the visible stems alone: what is hidden neither breaks nor mends.
 * @param god the ten god that names it, or null for 건록격, 양인격 and 월겁격
 * @param visible set of the visible ten gods
 */
export function patternState(saju: Saju, god: number | null, visible: number): PatternState {
  const { threats, feared } = god === null ? OWN_MONTH : CONDITIONS[god - 2]!;
  let formed: Reason | null = null;
  for (let n = 0; n < threats.length; n++) {
    const { by, stems, remedy, broken } = threats[n]!;
    if (stems > 0 && (visible & by) === 0) continue;
    if (stems > 1 && POSITIONS[positionsOf(saju, by)]!.length < stems) continue;
    if ((visible & remedy) === 0) {
      const facts = [...presentFacts(saju, by), ...visibleFacts(remedy, visible)];
      return { state: 'broken', reason: reason(broken, facts) };
    }
    formed ??= reason(stems === 0 ? NEED_MET : REMEDIED, presentFacts(saju, by | remedy));
  }
  if (formed !== null) return { state: 'formed', reason: formed };
  return { state: 'formed', reason: reason(UNTHREATENED, visibleFacts(feared, visible)) };
}

function threat(by: number, stems: number, remedy: number, rule: string, source: SourceCode = 'japyeong'): Threat {
  return { by, stems, remedy, broken: Object.freeze({ rule, source }) };
}

function need(remedy: number, rule: string, source?: SourceCode): Threat {
  return threat(0, 0, remedy, rule, source);
}

function conditions(...threats: Threat[]): Conditions {
  return { threats, feared: threats.reduce((gods, { by }) => gods | by, 0) };
}
