import { acceptOnly } from '../accepted-values.ts';
import type { FullChart } from '../chart/full-chart.ts';
import { factsOf, type YearLuckReading } from './fact-base.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import type { Text } from './text.ts';
import { TOPICS, type Topic } from './topics/topics.ts';

/** What is to be told. */
export interface InterpretationRequest {
  /** By default all that can be: `year` only with the luck of a year. */
  readonly topics?: readonly Topic[];
  readonly year?: YearLuckReading;
}

/** What is said on a topic, most telling first. */
export interface Section {
  readonly title: Text;
  readonly sentences: readonly Sentence[];
}

/** A chart in words. */
export interface Interpretation {
  readonly engineVersion: string;
  readonly topics: Partial<Readonly<Record<Topic, Section>>>;
}

const TITLES: Readonly<Record<Exclude<Topic, 'year'>, Text>> = {
  personality: { korean: '성격과 바탕', english: 'Character' },
  wealth: { korean: '재물과 일', english: 'Wealth and work' },
  health: { korean: '건강과 생활', english: 'Health and habits' },
  relationship: { korean: '관계와 인연', english: 'Relationships' },
};

/**
 * Says in words what a chart says: tendencies, never fate. Every sentence names the facts that it rests on; `factAt` reads
 * them from the chart, and those whose path begins with `yearLuck.` from `{ ...chart, yearLuck }`.
 * @throws SajuError `invalid_value` for a topic that is none
 * @throws TypeError where `year` is among the topics and its luck is not given
 */
export function interpret(chart: FullChart, request: InterpretationRequest = {}): Interpretation {
  const { year } = request;
  const wanted = request.topics ?? TOPICS.filter(topic => topic !== 'year' || year !== undefined);
  for (const [n, topic] of wanted.entries()) acceptOnly(topic, TOPICS, `topics.${n}`);
  const base = factsOf(chart, year);
  const topics: Partial<Record<Topic, Section>> = {};
  for (const topic of TOPICS) {
    if (!wanted.includes(topic)) continue;
    topics[topic] = { title: titleOf(topic, year), sentences: sentencesOf(base, topic) };
  }
  return { engineVersion: chart.engineVersion, topics };
}

function titleOf(topic: Topic, yearLuck: YearLuckReading | undefined): Text {
  if (topic !== 'year') return TITLES[topic];
  if (yearLuck === undefined) throw new TypeError('the topic "year" needs the luck of a year');
  return { korean: `${yearLuck.year}년의 운`, english: `The year ${yearLuck.year}` };
}
