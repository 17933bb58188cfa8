/**
 * `@heal7/saju-engine/interpretation`: a chart in words, Korean and English, each sentence with the facts that it rests on.
 * An entry of its own: it reads charts as plain data, and the engine does not load its texts.
 */

export { type FactBase, type Finding, factsOf, type YearLuckReading } from './fact-base.ts';
export {
  type ElementRelationKind,
  FIVE_ELEMENTS_RELATIONS,
  type FiveElementsRelation,
} from './five-elements-relations.ts';
export { type Interpretation, type InterpretationRequest, interpret, type Section } from './interpret.ts';
export { type Sentence, sentencesOf } from './sentences.ts';
export { type Aspect, TEN_GODS_PROPERTIES, type TenGodProperties } from './ten-gods-properties.ts';
export type { Text } from './text.ts';
export { TOPICS, type Topic } from './topics/topics.ts';
