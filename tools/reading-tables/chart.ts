import { hiddenStems } from '../../layers/saju-engine/src/analysis/hidden-stems.ts';
import { NAPEUM } from '../../layers/saju-engine/src/analysis/napeum.ts';
import { SOURCES } from '../../layers/saju-engine/src/analysis/sources.ts';
import { SAMJAE, samjae } from '../../layers/saju-engine/src/analysis/stars/samjae.ts';
import { TEN_GODS, tenGodIndex } from '../../layers/saju-engine/src/analysis/ten-gods.ts';
import { TWELVE_SINSAL, twelveSinsalIndex } from '../../layers/saju-engine/src/analysis/twelve-sinsal.ts';
import { STAGES, stage } from '../../layers/saju-engine/src/analysis/twelve-stages.ts';
import { voidBranches } from '../../layers/saju-engine/src/analysis/void-branches.ts';
import { BRANCHES } from '../../layers/saju-engine/src/calendar/branches.ts';
import { GAPJA } from '../../layers/saju-engine/src/calendar/sexagenary.ts';
import { STEMS } from '../../layers/saju-engine/src/calendar/stems.ts';
import { DEFAULT_DAY_OPTIONS } from '../../layers/saju-engine/src/days/auspicious-days.ts';
import { glossary } from '../../layers/saju-engine/src/glossary/index.ts';
import { DEFAULT_OPTIONS, type Options } from '../../layers/saju-engine/src/options.ts';
import { code, hanja, name, table } from './markdown.ts';

/** Branches of a 삼합 stand for it: 申 子 辰 and so on recur with the branch modulo 4. */
const TRIADS: readonly (readonly [string, number])[] = [
  ['申子辰', 0],
  ['亥卯未', 3],
  ['寅午戌', 2],
  ['巳酉丑', 1],
];

const DEFAULTS = new Map<string, unknown>(Object.entries({ ...DEFAULT_OPTIONS, ...DEFAULT_DAY_OPTIONS }));

export const chartTables = {
  sources: () =>
    table(
      ['Code', 'Source', 'What it is'],
      SOURCES.map(source => [code(source.code), name(source), source.english]),
    ),

  options: () =>
    table(
      ['Option', 'Value', '', 'What it does'],
      glossary()
        .filter(({ kind }) => kind === 'option')
        .map(entry => {
          const [option = '', value = ''] = entry.code.split('.');
          const isDefault = DEFAULTS.get(option) === value;
          return [code(option), isDefault ? `**${code(value)}**` : code(value), entry.hangul, entry.meaning.english];
        }),
    ),

  'hidden-stems': () =>
    table(
      ['Branch', '월률분야, days', '인원용사, days of 30'],
      BRANCHES.map((branch, index) => [name(branch), days(index, 'wollyul'), days(index, 'inwon')]),
    ),

  'ten-gods': () =>
    table(
      ['The other’s element', 'same polarity', 'other polarity'],
      ['is the same', 'is borne by it', 'is controlled by it', 'controls it', 'bears it'].map((relation, distance) => [
        relation,
        name(TEN_GODS[tenGodIndex(0, 2 * distance)]!),
        name(TEN_GODS[tenGodIndex(0, 2 * distance + 1)]!),
      ]),
    ),

  stages: () =>
    table(
      ['', ...STAGES.map(term => term.hangul)],
      [
        ...STEMS.map((stem, index) => [stem.hanja, ...stagesOf(index, DEFAULT_OPTIONS)]),
        ...[1, 3, 5, 7, 9].map(index => [
          `${STEMS[index]!.hanja} ${code('eumpotae')}`,
          ...stagesOf(index, { ...DEFAULT_OPTIONS, yinStages: 'eumpotae' }),
        ]),
        ...[4, 5].map(index => [
          `${STEMS[index]!.hanja} ${code('suto')}`,
          ...stagesOf(index, { ...DEFAULT_OPTIONS, earthStages: 'suto' }),
        ]),
      ],
    ),

  'twelve-sinsal': () =>
    table(
      ['Base', ...TWELVE_SINSAL.map(term => term.hangul.replace(/살$/, ''))],
      TRIADS.map(([triad, base]) => [
        triad,
        ...TWELVE_SINSAL.map(
          (_, index) => BRANCHES.find((_branch, branch) => twelveSinsalIndex(base, branch) === index)!.hanja,
        ),
      ]),
    ),

  napeum: () =>
    table(
      ['Pairs', '납음', 'Pairs', '납음', 'Pairs', '납음'],
      Array.from({ length: 10 }, (_, row) =>
        [row, row + 10, row + 20].flatMap(n => [hanja(GAPJA.slice(2 * n, 2 * n + 2)), name(NAPEUM[n]!)]),
      ),
    ),

  void: () =>
    table(
      ['순', ...[0, 1, 2, 3, 4, 5].map(decade => `${GAPJA[10 * decade]!.hanja}旬`)],
      [['공망', ...[0, 1, 2, 3, 4, 5].map(decade => hanja(voidBranches(10 * decade)))]],
    ),

  samjae: () =>
    table(
      ['Year of birth', ...SAMJAE.map(name)],
      TRIADS.map(([triad, base]) => [
        triad,
        ...SAMJAE.map(year => BRANCHES.find((_, branch) => samjae(base, branch) === year)!.hanja),
      ]),
    ),
};

function days(branch: number, school: Options['hiddenStems']): string {
  return hiddenStems(branch, school)
    .map(stem => `${stem.hanja}${stem.days}`)
    .join(' ');
}

function stagesOf(stem: number, options: Options): readonly string[] {
  return STAGES.map(wanted => BRANCHES.find((_, branch) => stage(stem, branch, options).code === wanted.code)!.hanja);
}
