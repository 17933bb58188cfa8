import type { Fact } from '../analysis/reason.ts';
import { TEN_GODS } from '../analysis/ten-gods.ts';
import { ELEMENTS, type ElementCode } from '../calendar/elements.ts';
import type { Term } from '../term.ts';
import type { Finding } from './fact-base.ts';
import { joined, type Text, type Texts } from './text.ts';

/** What a rule asks of the facts: that one has a value, or that the sum of some lies in `from` ≤ sum < `to`. */
export type Condition =
  | { readonly path: string; readonly value: Fact['value'] }
  | { readonly paths: readonly string[]; readonly from: number; readonly to: number };

/** A sentence and all that it needs; it cites the facts of its conditions. */
export interface Rule {
  /** Unique in its set among rules that can hold together. */
  readonly key: string;
  readonly needs: readonly Condition[];
  readonly text: Text;
}

/** Rules on facts, most telling first, of which at most some are said. */
export interface FactRules {
  readonly rule: string;
  readonly most: number;
  readonly rules: readonly Rule[];
  /** Where all rules first ask for the value of one fact: that fact, and the rules by its value. */
  readonly by: { readonly path: string; readonly rules: ReadonlyMap<Fact['value'], readonly Rule[]> } | null;
}

/** A rule on findings, of which at most some are said, those of the lowest rank first. */
export interface FindingRules {
  readonly rule: string;
  readonly most: number;
  readonly list: Finding['list'];
  /** Its place in the order; undefined where nothing is said of it. */
  rank(finding: Finding): number | undefined;
  say(finding: Finding): { readonly key: string; readonly text: Text };
}

export type RuleSet = FactRules | FindingRules;

/** @param most how many are said */
export function factRules(rule: string, most: number, rules: readonly Rule[]): FactRules {
  const firsts = rules.map(({ needs }) => needs[0]!);
  const path = 'path' in firsts[0]! ? firsts[0].path : undefined;
  if (path === undefined || !firsts.every(first => 'path' in first && first.path === path)) {
    return { rule, most, rules, by: null };
  }
  const byValue = Map.groupBy(rules, ({ needs: [first] }) => (first as { readonly value: Fact['value'] }).value);
  return { rule, most, rules, by: { path, rules: byValue } };
}

/** That a fact has a value. Frozen: sentences cite it itself. */
export function is(path: string, value: Fact['value']): Condition {
  return Object.freeze({ path, value });
}

/** That the sum of facts lies in `from` ≤ sum < `to`. */
export function within(paths: readonly string[], from: number, to = Number.POSITIVE_INFINITY): Condition {
  return { paths, from, to };
}

/** A rule for each text of a table: the fact has the value that the text is about. */
export function byValue(path: string, texts: Texts): readonly Rule[] {
  return Object.keys(texts).map(key => ({ key, needs: [is(path, key)], text: texts[key]! }));
}

const ROLES = ['yongsin', 'huisin', 'gisin', 'gusin', 'hansin'] as const;

/**
 * A rule for each role of the useful god (용신 … 한신) and each element at a path: that it, or the element that `of` makes of
 * it, has this role.
 */
export function byRole(
  path: string,
  texts: Texts,
  of = (element: ElementCode): ElementCode => element,
): readonly Rule[] {
  return ROLES.flatMap(role =>
    ELEMENTS.map(({ code }) => ({
      key: role,
      needs: [is(path, code), is(`usefulGod.roles.${role}`, of(code))],
      text: texts[role]!,
    })),
  );
}

/** A rule for each ten god at a path: a lead that names it, then its text. */
export function byGod(path: string, lead: (god: Term) => Text, texts: Texts): readonly Rule[] {
  return TEN_GODS.map(god => ({
    key: god.code,
    needs: [is(path, god.code)],
    text: joined(lead(god), texts[god.code]!),
  }));
}
