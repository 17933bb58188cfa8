import { LunarUtil } from 'lunar-typescript';
import { EarthBranch, HeavenStem } from 'tyme4ts';
import { describe, expect, test } from 'vitest';
import {
  branchRelations,
  isChung,
  isYukhap,
} from '../../../../../layers/saju-engine/src/analysis/relations/branch-relations.ts';
import type { RelationCode } from '../../../../../layers/saju-engine/src/analysis/relations/relation-kinds.ts';
import type { PairRelation } from '../../../../../layers/saju-engine/src/analysis/relations/relation-tables.ts';
import { hapElement, stemRelations } from '../../../../../layers/saju-engine/src/analysis/relations/stem-relations.ts';
import { BRANCHES } from '../../../../../layers/saju-engine/src/calendar/branches.ts';
import { ELEMENTS } from '../../../../../layers/saju-engine/src/calendar/elements.ts';
import { STEMS } from '../../../../../layers/saju-engine/src/calendar/stems.ts';
import type { Term } from '../../../../../layers/saju-engine/src/term.ts';
import { loadGracefullight } from '../../peers/gracefullight.ts';

/** The tables of @gracefullight/saju 1.3.0 that the tests compare. */
interface Tables {
  readonly STEM_COMBINATIONS: readonly { readonly stems: readonly string[]; readonly resultElement: string }[];
  readonly STEM_CLASHES: readonly (readonly string[])[];
  readonly BRANCH_SIX_COMBINATIONS: readonly { readonly branches: readonly string[]; readonly resultElement: string }[];
  readonly BRANCH_HALF_COMBINATIONS: Tables['BRANCH_SIX_COMBINATIONS'];
  readonly BRANCH_CLASHES: readonly (readonly string[])[];
  readonly BRANCH_HARMS: readonly (readonly string[])[];
  readonly BRANCH_DESTRUCTIONS: readonly (readonly string[])[];
  readonly BRANCH_PUNISHMENTS: readonly { readonly branches: readonly string[] }[];
}

const gracefullight = (await loadGracefullight()) as unknown as Tables;

/** Pairs of signs (`子丑`, either way round) of a kind, with the element if asked for. */
function pairsOf(
  kind: RelationCode,
  signs: readonly Term[],
  of: (first: number, second: number) => readonly PairRelation[],
): Set<string> {
  const pairs = new Set<string>();
  for (const [first, one] of signs.entries()) {
    for (const [second, other] of signs.entries()) {
      if (of(first, second).some(relation => relation.kind.code === kind)) pairs.add(one.hanja + other.hanja);
    }
  }
  return pairs;
}

const stemPairs = (kind: RelationCode): Set<string> => pairsOf(kind, STEMS, stemRelations);
const branchPairs = (kind: RelationCode): Set<string> =>
  pairsOf(kind, BRANCHES, (first, second) => branchRelations(first, second, 'fire'));

/** Both ways round. */
const mirrored = (pairs: readonly (readonly string[])[]): Set<string> =>
  new Set(pairs.flatMap(([one = '', other = '']) => [one + other, other + one]));

describe('relations of two signs', () => {
  test('of stems are those of @gracefullight/saju, with the elements', () => {
    const { STEM_COMBINATIONS, STEM_CLASHES } = gracefullight;
    expect(stemPairs('cheonganhap')).toEqual(mirrored(STEM_COMBINATIONS.map(({ stems }) => stems)));
    expect(stemPairs('cheonganchung')).toEqual(mirrored(STEM_CLASHES));
    for (const { stems, resultElement } of STEM_COMBINATIONS) {
      const [first = -1, second = -1] = stems.map(stem => STEMS.findIndex(({ hanja }) => hanja === stem));
      expect(stemRelations(first, second)).toMatchObject([{ element: resultElement }]);
    }
  });

  test('of branches are those of @gracefullight/saju, with the elements when 午未 is earth', () => {
    const peer = gracefullight;
    const combinations = [
      ['yukhap', peer.BRANCH_SIX_COMBINATIONS],
      ['banhap', peer.BRANCH_HALF_COMBINATIONS],
    ] as const;
    for (const [kind, rows] of combinations) {
      expect(branchPairs(kind)).toEqual(mirrored(rows.map(({ branches }) => branches)));
      for (const { branches, resultElement } of rows) {
        const [first = -1, second = -1] = branches.map(branch => BRANCHES.findIndex(({ hanja }) => hanja === branch));
        const found = branchRelations(first, second, 'earth').find(relation => relation.kind.code === kind);
        expect(found?.element, branches.join('')).toBe(resultElement);
      }
    }
    expect(branchPairs('chung')).toEqual(mirrored(peer.BRANCH_CLASHES));
    expect(branchPairs('hae')).toEqual(mirrored(peer.BRANCH_HARMS));
    expect(branchPairs('pa')).toEqual(mirrored(peer.BRANCH_DESTRUCTIONS));
    const punishments = peer.BRANCH_PUNISHMENTS.flatMap(({ branches: [one = '', other = '', third] }) =>
      third === undefined
        ? [[one, other]]
        : [
            [one, other],
            [other, third],
            [one, third],
          ],
    );
    expect(branchPairs('hyeong')).toEqual(mirrored(punishments));
  });

  test('합, 충 and 해 are those of tyme4ts and lunar-typescript for all pairs', () => {
    const signs = BRANCHES.map(({ hanja }) => hanja);
    const stems = STEMS.map(({ hanja }) => hanja);
    expect(stemPairs('cheonganhap')).toEqual(
      mirrored(stems.map(stem => [stem, HeavenStem.fromName(stem).getCombine().getName()])),
    );
    expect(stemPairs('cheonganhap')).toEqual(mirrored(stems.map((stem, n) => [stem, LunarUtil.HE_GAN_5[n]!])));
    expect(branchPairs('yukhap')).toEqual(
      mirrored(signs.map(sign => [sign, EarthBranch.fromName(sign).getCombine().getName()])),
    );
    expect(branchPairs('yukhap')).toEqual(mirrored(signs.map((sign, n) => [sign, LunarUtil.HE_ZHI_6[n]!])));
    expect(branchPairs('chung')).toEqual(
      mirrored(signs.map(sign => [sign, EarthBranch.fromName(sign).getOpposite().getName()])),
    );
    expect(branchPairs('chung')).toEqual(mirrored(signs.map((sign, n) => [sign, LunarUtil.CHONG[n]!])));
    expect(branchPairs('hae')).toEqual(
      mirrored(signs.map(sign => [sign, EarthBranch.fromName(sign).getHarm().getName()])),
    );
  });

  test('are the same either way round', () => {
    for (let first = 0; first < 12; first++) {
      for (let second = 0; second < 12; second++) {
        expect(branchRelations(first, second, 'fire')).toEqual(branchRelations(second, first, 'fire'));
        if (first < 10 && second < 10) expect(stemRelations(first, second)).toEqual(stemRelations(second, first));
      }
    }
  });

  test('the short ways to 육합, 충 and the element of a 천간합 agree with the tables', () => {
    for (const [first, one] of BRANCHES.entries()) {
      for (const [second, other] of BRANCHES.entries()) {
        expect(isYukhap(first, second)).toBe(branchPairs('yukhap').has(one.hanja + other.hanja));
        expect(isChung(first, second)).toBe(branchPairs('chung').has(one.hanja + other.hanja));
      }
    }
    for (let stem = 0; stem < 10; stem++) {
      expect(stemRelations(stem, (stem + 5) % 10)).toMatchObject([{ element: ELEMENTS[hapElement(stem)]!.code }]);
    }
  });

  test('귀문 is 원진 but for 子 and 寅, whose partners change places', () => {
    const other = (kind: RelationCode, sign: string): string[] =>
      [...branchPairs(kind)].filter(pair => pair.startsWith(sign));
    for (const { hanja } of BRANCHES) {
      if ('子寅未酉'.includes(hanja)) expect(other('gwimun', hanja)).not.toEqual(other('wonjin', hanja));
      else expect(other('gwimun', hanja)).toEqual(other('wonjin', hanja));
    }
    expect(other('gwimun', '子')).toEqual(['子酉']);
    expect(other('wonjin', '子')).toEqual(['子未']);
  });

  test('암합 is where the main stems combine and the branches make no other 합', () => {
    const MAIN = '癸己甲乙戊丙丁己庚辛戊壬';
    const expected = new Set<string>();
    for (const [first, one] of BRANCHES.entries()) {
      for (const [second, other] of BRANCHES.entries()) {
        const isOtherwise = branchRelations(first, second, 'fire').some(({ kind }) =>
          ['yukhap', 'banhap', 'gonghap'].includes(kind.code),
        );
        if (!isOtherwise && stemPairs('cheonganhap').has(MAIN[first]! + MAIN[second]!))
          expected.add(one.hanja + other.hanja);
      }
    }
    expect(branchPairs('amhap')).toEqual(expected);
  });

  test('every pair of branches in 형 has the name of its set', () => {
    const named = new Map<string, string>();
    for (const [first, one] of BRANCHES.entries()) {
      for (const [second, other] of BRANCHES.entries()) {
        for (const { kind, form } of branchRelations(first, second, 'fire')) {
          if (kind.code === 'hyeong') named.set(one.hanja + other.hanja, form!.hangul);
          else expect(form).toBeNull();
        }
      }
    }
    const nameOf = (pair: string): string =>
      pair[0] === pair[1]
        ? '자형'
        : [...pair].every(sign => '寅巳申'.includes(sign))
          ? '무은지형'
          : [...pair].every(sign => '丑戌未'.includes(sign))
            ? '지세지형'
            : '무례지형';
    expect(named.size).toBe(3 * 2 * 2 + 2 + 4);
    for (const [pair, name] of named) expect(name, pair).toBe(nameOf(pair));
  });
});
