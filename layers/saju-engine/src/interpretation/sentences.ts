import type { Fact } from '../analysis/reason.ts';
import type { FactBase, Finding } from './fact-base.ts';
import type { Condition, FactRules, FindingRules } from './rules.ts';
import type { Text } from './text.ts';
import { ruleSets, type Topic } from './topics/topics.ts';

/** A sentence of an interpretation (now and then two or three that belong together). */
export interface Sentence extends Text {
  /** Stable; unique in an interpretation. */
  readonly id: string;
  /** What it rests on: each reads back with `factAt`. */
  readonly facts: readonly Fact[];
  /** The rule that says it. */
  readonly rule: string;
}

/** What the rules of a topic say of the facts, most telling first. Every sentence cites only facts of the base. */
export function sentencesOf(base: FactBase, topic: Topic): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const set of ruleSets(topic)) {
    if ('rules' in set) addByFacts(sentences, set, base);
    else addByFindings(sentences, set, base);
  }
  return sentences;
}

function addByFacts(sentences: Sentence[], { rule, most, rules, by }: FactRules, { facts }: FactBase): void {
  let said = 0;
  for (const { key, needs, text } of by === null ? rules : (by.rules.get(facts.get(by.path)!) ?? [])) {
    if (!needs.every(need => holds(need, facts))) continue;
    sentences.push(
      sentence(
        rule,
        key,
        text,
        needs.flatMap(need => cited(need, facts)),
      ),
    );
    if (++said === most) return;
  }
}

function addByFindings(sentences: Sentence[], set: FindingRules, { facts, findings }: FactBase): void {
  const told: { readonly rank: number; readonly finding: Finding }[] = [];
  for (const finding of findings) {
    if (finding.list !== set.list) continue;
    const rank = set.rank(finding);
    if (rank !== undefined && finding.facts.every(({ path, value }) => facts.get(path) === value)) {
      told.push({ rank, finding });
    }
  }
  told.sort((one, other) => one.rank - other.rank);
  for (const { finding } of told.slice(0, set.most)) {
    const { key, text } = set.say(finding);
    sentences.push(sentence(set.rule, key, text, finding.facts));
  }
}

function sentence(rule: string, key: string, { korean, english }: Text, facts: readonly Fact[]): Sentence {
  return { id: `${rule}.${key}`, korean, english, facts, rule };
}

function holds(need: Condition, facts: FactBase['facts']): boolean {
  if ('path' in need) return facts.get(need.path) === need.value;
  let sum = 0;
  for (const path of need.paths) {
    const value = facts.get(path);
    if (typeof value !== 'number') return false;
    sum += value;
  }
  return sum >= need.from && sum < need.to;
}

/** The facts of a condition that holds. */
function cited(need: Condition, facts: FactBase['facts']): readonly Fact[] {
  if ('path' in need) return [need];
  return need.paths.map(path => ({ path, value: facts.get(path)! }));
}
