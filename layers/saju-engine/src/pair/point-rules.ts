import type { Rule } from '../analysis/reason.ts';
import { relationKind } from '../analysis/relations/relation-kinds.ts';
import type { RelationCode } from '../analysis/relations/relations.ts';
import type { SourceCode } from '../analysis/sources.ts';

/** A rule and what it gives, in points of two decimals. */
export interface PointRule extends Rule {
  readonly value: number;
}

/** Rules from rows of `kind source value`; the rule of a kind is `name_kind`. */
export function pointRules<Kind extends string>(
  name: string,
  rows: string,
  scale = 1,
): Readonly<Record<Kind, PointRule>> {
  const rules: Record<string, PointRule> = {};
  for (const row of rows.trim().split('\n')) {
    const [kind = '', source = '', value = ''] = row.trim().split(' ');
    rules[kind] = pointRule(`${name}_${kind}`, source as SourceCode, Number(value) * scale);
  }
  return rules as Record<Kind, PointRule>;
}

/** Rules from rows of `value kind kind …`: what relations of these kinds give. Their sources are the kinds' own. */
export function relationPoints(
  name: string,
  rows: string,
  scale = 1,
): Readonly<Partial<Record<RelationCode, PointRule>>> {
  const rules: Partial<Record<RelationCode, PointRule>> = {};
  for (const row of rows.trim().split('\n')) {
    const [value = '', ...codes] = row.trim().split(' ');
    for (const code of codes as RelationCode[]) {
      rules[code] = pointRule(`${name}_${code}`, relationKind(code).rule.source, Number(value) * scale);
    }
  }
  return rules;
}

function pointRule(rule: string, source: SourceCode, value: number): PointRule {
  return Object.freeze({ rule, source, value: hundredths(value) / 100 });
}

/** Points in whole hundredths: they are added so, and sums are exact. */
export function hundredths(points: number): number {
  return Math.round(100 * points);
}
