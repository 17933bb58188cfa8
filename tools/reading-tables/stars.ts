import type { StarBase } from '../../layers/saju-engine/src/analysis/stars/star.ts';
import type { StarRule } from '../../layers/saju-engine/src/analysis/stars/star-rule.ts';
import { allStarRules } from '../../layers/saju-engine/src/analysis/stars/stars.ts';
import { BRANCHES } from '../../layers/saju-engine/src/calendar/branches.ts';
import { STEMS } from '../../layers/saju-engine/src/calendar/stems.ts';
import { name, source, table } from './markdown.ts';

export const starTables = {
  'stars-by-day-stem': () => starTable('dayStem', STEMS),
  'stars-by-month-branch': () => starTable('monthBranch', BRANCHES),
  'stars-by-year-branch': () => starTable('yearBranch', BRANCHES),
  'stars-by-day-branch': () => starTable('dayBranch', BRANCHES),
  'stars-by-pair': () => listOf('pillar', 'Pairs', ' '),
  'stars-of-chart': () => listOf('chart', 'Characters', ' · '),
};

function starTable(base: StarBase, keys: readonly { readonly hanja: string }[]): string {
  return table(
    ['Star', ...keys.map(key => key.hanja), 'in', 'nature', 'source'],
    rulesOf(base).map(rule => [name(rule), ...rule.cells.map(cell => (cell === '-' ? '' : cell)), ...tailOf(rule)]),
  );
}

function listOf(base: StarBase, head: string, separator: string): string {
  return table(
    ['Star', head, 'in', 'nature', 'source'],
    rulesOf(base).map(rule => [name(rule), rule.cells.join(separator), ...tailOf(rule)]),
  );
}

function rulesOf(base: StarBase): readonly StarRule[] {
  return allStarRules().filter(rule => rule.base === base);
}

const PLACES: Readonly<Record<string, string>> = { y: 'year', m: 'month', d: 'day', h: 'hour' };
const NATURES = { auspicious: '길', inauspicious: '흉', mixed: '길흉' };

function tailOf(rule: StarRule): readonly string[] {
  const places = rule.places === 'ymdh' ? 'any' : [...rule.places].map(initial => PLACES[initial]).join(', ');
  return [places, NATURES[rule.nature], source(rule.source)];
}
