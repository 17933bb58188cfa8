import * as z from 'zod';
import {
  elementSchema,
  pillarNameSchema,
  stemSchema,
  termFields,
  termSchema,
} from '../../platform/vocabulary/terms.ts';

/** Schemas of what is judged of a chart, each judgement with its reasons. */

export const factSchema = z
  .strictObject({
    path: z.string().meta({ description: 'Where it stands in the answer: `pillars.month.branch`, `stars.dohwa`.' }),
    value: z
      .union([z.string(), z.number(), z.boolean()])
      .meta({ description: 'What stands there: of a term its code; of a list, the element of that code.' }),
  })
  .meta({ id: 'Fact', description: 'A fact that a judgement rests on.' });

const ruleFields = {
  rule: z.string().meta({ description: 'Stable; the glossary says what it means.' }),
  source: z.string().meta({ description: 'Code of the book or practice it comes from; in the glossary.' }),
};

export const reasonSchema = z
  .strictObject({ ...ruleFields, facts: z.array(factSchema) })
  .meta({ id: 'Reason', description: 'Why a judgement holds: the rule, where it comes from, the facts it used.' });

const reasons = z.array(reasonSchema);

function byElement<Schema extends z.ZodType>(schema: Schema) {
  return z.strictObject({ wood: schema, fire: schema, earth: schema, metal: schema, water: schema });
}

const percent = z.number().min(0).max(100);

export const percentByElement = byElement(percent);

const fiveElementsSchema = z
  .strictObject({
    counts: byElement(z.int()).meta({ description: 'Of the characters, branches by their main stem.' }),
    weights: percentByElement.meta({ description: 'Percent of the weights of places and hidden stems.' }),
    seasons: byElement(termSchema).meta({ description: '왕상휴수사 in the month.' }),
    scores: percentByElement.meta({ description: 'Percent after the month’s command.' }),
  })
  .meta({ id: 'FiveElements', description: '오행.' });

const elementBalanceSchema = z
  .strictObject({
    yinYang: z.strictObject({ yang: percent, yin: percent }),
    strongest: elementSchema,
    weakest: elementSchema,
    missing: z.array(elementSchema),
    excessive: z.array(elementSchema).meta({ description: '40 % or more of the scores.' }),
    evenness: percent.meta({ description: '0: all in one element; 100: 20 % each.' }),
  })
  .meta({ id: 'ElementBalance' });

const tenGodStrengthSchema = z
  .strictObject({
    ...termFields,
    weight: percent,
    count: z.int(),
    visible: z.boolean().meta({ description: '투출: it stands in a stem.' }),
    rooted: z.boolean().meta({ description: '통근: a branch hides its element.' }),
  })
  .meta({ id: 'TenGodStrength', description: 'How strong a ten god is: the ten weights add up to 100.' });

const strengthSchema = z
  .strictObject({
    word: termSchema,
    score: percent.meta({ description: 'Weight of 비겁 and 인성.' }),
    deukryeong: z.boolean(),
    deukji: z.boolean(),
    deukse: z.boolean(),
    reasons,
  })
  .meta({ id: 'Strength', description: '신강·신약.' });

const patternSchema = z
  .strictObject({
    ...termFields,
    group: z.enum(['inner', 'outer']),
    tenGod: termSchema.nullable(),
    element: elementSchema.nullable(),
    mixed: z.boolean().meta({ description: '잡기: the month branch is one of 辰戌丑未.' }),
    state: z.enum(['formed', 'broken']).nullable().meta({ description: '성격 or 파격; null for outer patterns.' }),
    reasons,
    notes: reasons.meta({ description: 'What was near: 가종, 회국.' }),
  })
  .meta({ id: 'Pattern', description: '격국.' });

const usefulGodSchema = z
  .strictObject({
    element: elementSchema,
    method: termSchema,
    roles: z.strictObject({
      yongsin: elementSchema,
      huisin: elementSchema,
      gisin: elementSchema,
      gusin: elementSchema,
      hansin: elementSchema,
    }),
    reasons,
    candidates: z.array(
      z
        .strictObject({
          method: termSchema,
          element: elementSchema.nullable(),
          stems: z.array(stemSchema).meta({ description: 'Of 조후: the stems of the table in their order.' }),
          applies: z.boolean(),
          reasons,
        })
        .meta({ id: 'UsefulGodCandidate' }),
    ),
  })
  .meta({ id: 'UsefulGod', description: '용신: the recommended one and every candidate.' });

const relationSchema = z
  .strictObject({
    ...termFields,
    part: z.enum(['stem', 'branch']),
    pillars: z.array(pillarNameSchema).min(2).max(4),
    distance: z.int().meta({ description: 'Places between the first and the last pillar: 1 is adjacent.' }),
    element: elementSchema.nullable(),
    form: termSchema.nullable(),
    transformation: z
      .strictObject({ status: z.enum(['transformed', 'combined']), reasons })
      .nullable()
      .meta({ description: '합화, or 합이불화.' }),
    forgotten: z.boolean().meta({ description: '탐합망충.' }),
    reason: reasonSchema,
  })
  .meta({ id: 'Relation', description: '합충형파해 and the like.' });

const starSchema = z
  .strictObject({
    ...termFields,
    nature: z.enum(['auspicious', 'inauspicious', 'mixed']),
    base: z.enum(['dayStem', 'monthBranch', 'yearBranch', 'dayBranch', 'pillar', 'chart']),
    pillars: z.array(pillarNameSchema).min(1),
    ...ruleFields,
    facts: z.array(factSchema),
  })
  .meta({ id: 'Star', description: '신살.' });

const voidPillarSchema = z
  .strictObject({
    pillar: pillarNameSchema,
    base: z.enum(['day', 'year']),
    released: z.boolean().meta({ description: '해공.' }),
    reasons,
  })
  .meta({ id: 'VoidPillar', description: '공망.' });

/** The parts of the reading by name. */
export const readingFields = {
  fiveElements: fiveElementsSchema,
  elementBalance: elementBalanceSchema,
  tenGodsStrength: z.array(tenGodStrengthSchema).length(10),
  strength: strengthSchema,
  pattern: patternSchema,
  usefulGod: usefulGodSchema,
  relations: z.array(relationSchema),
  stars: z.array(starSchema),
  voidPillars: z.array(voidPillarSchema),
};
