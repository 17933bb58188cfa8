import type { RuleSet } from '../rules.ts';
import { health } from './health.ts';
import { personality } from './personality.ts';
import { relationship } from './relationship.ts';
import { wealth } from './wealth.ts';
import { year } from './year.ts';

/** What an interpretation can be of, in the order in which it is told. */
export const TOPICS = ['personality', 'wealth', 'health', 'relationship', 'year'] as const;
export type Topic = (typeof TOPICS)[number];

const MAKERS: Readonly<Record<Topic, () => readonly RuleSet[]>> = { personality, wealth, health, relationship, year };

const compiled = new Map<Topic, readonly RuleSet[]>();

/** The rules of a topic, most telling first; made when first asked for. */
export function ruleSets(topic: Topic): readonly RuleSet[] {
  let sets = compiled.get(topic);
  if (sets === undefined) {
    sets = MAKERS[topic]();
    compiled.set(topic, sets);
  }
  return sets;
}

let paths: readonly string[] | undefined;

/** Every path that a rule on facts looks at. */
export function rulePaths(): readonly string[] {
  paths ??= [
    ...new Set(
      TOPICS.flatMap(ruleSets)
        .flatMap(set => ('rules' in set ? set.rules : []))
        .flatMap(({ needs }) => needs)
        .flatMap(need => ('path' in need ? [need.path] : need.paths)),
    ),
  ];
  return paths;
}
