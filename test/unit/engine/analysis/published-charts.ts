import { readFileSync } from 'node:fs';
import type { Reading } from '../../../../layers/saju-engine/src/analysis/reading.ts';
import {
  DAY,
  PILLAR_NAMES,
  type PillarName,
  type Saju,
  YEAR,
} from '../../../../layers/saju-engine/src/analysis/saju.ts';
import { twelveSinsal } from '../../../../layers/saju-engine/src/analysis/twelve-sinsal.ts';

/** Charts that others have published, what was said of them, and what our reading says. */

interface StarClaim {
  /** Code of a star, of one of the 12신살, or `gongmang`. */
  readonly star: string;
  /** Where it is said to sit; without, somewhere. */
  readonly pillars?: readonly PillarName[];
  /** It is said to sit nowhere else. */
  readonly only?: true;
  /** It is said not to be in the chart. */
  readonly absent?: true;
}

export interface PublishedChart {
  readonly id: string;
  readonly source: string;
  readonly pillars: readonly string[];
  /** Born in 야자시: the hour's stem is the next day's. */
  readonly lateJasi?: true;
  readonly claims: {
    readonly strength?: 'strong' | 'weak' | 'balanced';
    readonly pattern?: string;
    /** Any of these. */
    readonly usefulGod?: readonly string[];
    /** The first stem of 조후. */
    readonly johu?: string;
    readonly stars?: readonly StarClaim[];
  };
}

/** A claim beside our judgement. */
export interface Comparison {
  readonly id: string;
  readonly what: string;
  readonly published: string;
  readonly ours: string;
  readonly agrees: boolean;
}

/** A claim that ours does not bear out, and which of the two stands. */
export interface Disagreement extends Omit<Comparison, 'agrees'> {
  readonly decision: string;
  readonly reason: string;
}

const FOLDER = new URL('../../../reference/', import.meta.url);

function read(file: string) {
  return JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
}

export function publishedCharts(): {
  readonly sources: Readonly<Record<string, Readonly<Record<'title' | 'author' | 'address' | 'what', string>>>>;
  readonly charts: readonly PublishedChart[];
} {
  return read('published-charts.json');
}

export function decidedDisagreements(): {
  readonly decisions: Readonly<Record<string, string>>;
  readonly disagreements: readonly Disagreement[];
} {
  return read('published-charts-disagreements.json');
}

/** Our patterns by the names that the publications use: the classics do not part 正 from 偏 in 財 and 印. */
const PATTERNS: Readonly<Record<string, string>> = {
  正官格: '정관격',
  七殺格: '편관격',
  財格: '정재격 편재격',
  印格: '정인격 편인격',
  食神格: '식신격',
  傷官格: '상관격',
  建祿格: '건록격',
  陽刃格: '양인격',
  祿劫格: '건록격 월겁격',
  曲直格: '곡직격',
  // 任鐵樵 calls any chart that follows its own element so, the five of one element too.
  從强格: '종왕격 종강격 곡직격 염상격 가색격 종혁격 윤하격',
};

/** Every claim about a chart beside our judgement. */
export function compare({ id, claims }: PublishedChart, chart: Saju, ours: Reading): Comparison[] {
  const found: Comparison[] = [];
  const add = (what: string, published: string, our: string, agrees: boolean) =>
    found.push({ id, what, published, ours: our, agrees });

  if (claims.strength !== undefined) {
    const { word, score } = ours.strength;
    const side = score >= 50 ? 'strong' : 'weak';
    const agrees = claims.strength === 'balanced' ? word.code.startsWith('junghwa') : claims.strength === side;
    add('strength', claims.strength, `${word.hangul} ${score}`, agrees);
  }
  if (claims.pattern !== undefined) {
    const { hangul } = ours.pattern;
    add('pattern', claims.pattern, hangul, PATTERNS[claims.pattern]!.split(' ').includes(hangul));
  }
  if (claims.usefulGod !== undefined) {
    const { element, method } = ours.usefulGod;
    add(
      'usefulGod',
      claims.usefulGod.join(' or '),
      `${element} (${method.hangul})`,
      claims.usefulGod.includes(element),
    );
  }
  if (claims.johu !== undefined) {
    const stem = ours.usefulGod.candidates.find(({ method }) => method.code === 'johu')!.stems[0]!.hanja;
    add('johu', claims.johu, stem, stem === claims.johu);
  }
  for (const claim of claims.stars ?? []) {
    const places = placesOf(claim.star, chart, ours);
    add(`star ${claim.star}`, claimed(claim), places.join(' ') || 'absent', bearsOut(claim, places));
  }
  return found;
}

function claimed({ pillars, only, absent }: StarClaim): string {
  if (absent) return 'absent';
  return pillars === undefined ? 'present' : pillars.join(' ') + (only ? ' only' : '');
}

function bearsOut({ pillars, only, absent }: StarClaim, places: readonly PillarName[]): boolean {
  if (absent) return places.length === 0;
  if (pillars === undefined) return places.length > 0;
  return pillars.every(pillar => places.includes(pillar)) && (!only || places.length === pillars.length);
}

/** Where a star sits, by any of its bases. */
function placesOf(star: string, { branches }: Saju, { stars, voidPillars }: Reading): PillarName[] {
  return PILLAR_NAMES.filter((pillar, position) => {
    const branch = branches[position];
    if (branch === undefined) return false;
    if (star === 'gongmang') return voidPillars.some(one => one.pillar === pillar);
    const { byYear, byDay } = twelveSinsal(branches[YEAR]!, branches[DAY]!, branch);
    return (
      stars.some(({ code, pillars }) => code === star && pillars.includes(pillar)) ||
      byYear.code === star ||
      byDay.code === star
    );
  });
}
