import * as z from 'zod';

/** Schemas of the engine's words, as every answer gives them. */

/** The fields of every term. */
export const termFields = {
  code: z.string().meta({ description: 'Stable.' }),
  hangul: z.string(),
  hanja: z.string(),
  english: z.string(),
};

export const termSchema = z
  .strictObject(termFields)
  .meta({ id: 'Term', examples: [{ code: 'bigyeon', hangul: '비견', hanja: '比肩', english: 'Companion' }] });

export const elementSchema = z.enum(['wood', 'fire', 'earth', 'metal', 'water']);
const polarity = z.enum(['yang', 'yin']);

export const stemSchema = z
  .strictObject({ ...termFields, element: elementSchema, polarity })
  .meta({ id: 'Stem', description: 'A heavenly stem (천간).' });

export const branchSchema = z
  .strictObject({ ...termFields, element: elementSchema, polarity })
  .meta({ id: 'Branch', description: 'An earthly branch (지지).' });

export const hiddenStemSchema = z
  .strictObject({
    ...termFields,
    element: elementSchema,
    polarity,
    role: z.enum(['yeogi', 'junggi', 'jeonggi']).meta({ description: '여기, 중기 or 정기.' }),
    days: z.number().meta({ description: 'Days it governs of a month of 30.' }),
  })
  .meta({ id: 'HiddenStem', description: 'A stem hidden in a branch (지장간).' });

const index = z.int().min(0).max(59).meta({ description: '0 is 갑자, 59 is 계해.' });

/** The fields of one of the sixty pairs. */
const pairFields = { index, ...termFields };

export const pairSchema = z
  .strictObject(pairFields)
  .meta({ id: 'Pair', description: 'One of the sixty pairs of stem and branch (육십갑자).' });

/** The fields of a pair with its stem and branch. */
export const gapjaFields = { ...pairFields, stem: stemSchema, branch: branchSchema };

export const gapjaSchema = z
  .strictObject(gapjaFields)
  .meta({ id: 'Gapja', description: 'One of the sixty pairs, with its stem and branch.' });

export const lunarDateSchema = z
  .strictObject({
    year: z.int(),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(30),
    isLeapMonth: z.boolean(),
  })
  .meta({ id: 'LunarDate', description: 'A date of the Korean lunar calendar.' });

export const pillarNameSchema = z.enum(['year', 'month', 'day', 'hour']);
