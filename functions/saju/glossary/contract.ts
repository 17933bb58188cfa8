import { GLOSSARY_KINDS } from '@heal7/saju-engine';
import * as z from 'zod';
import { listParameter } from '../../../platform/http/list-parameter.ts';
import { operation } from '../../../platform/http/operation.ts';
import { termFields } from '../../../platform/vocabulary/terms.ts';

const kind = z.enum(GLOSSARY_KINDS);

export const getGlossary = operation({
  id: 'getGlossary',
  method: 'GET',
  path: '/v1/saju/glossary',
  tag: 'saju',
  summary: { ko: '용어 사전', en: 'Every code with its words and meaning' },
  description:
    'Every code that answers hold (stems, gods, stars, relations, rules, sources, …) with Hangul, Hanja, English and a ' +
    'line of meaning in Korean and in English.',
  auth: 'none',
  request: {
    query: z.strictObject({
      kind: listParameter(GLOSSARY_KINDS)
        .optional()
        .meta({ description: 'Kinds wanted, separated by commas; all if absent.' }),
    }),
  },
  response: {
    status: 200,
    description: 'The entries, by kind.',
    body: z
      .strictObject({
        engineVersion: z.string(),
        entries: z.array(
          z
            .strictObject({
              kind,
              ...termFields,
              meaning: z.strictObject({ korean: z.string(), english: z.string() }),
            })
            .meta({ id: 'GlossaryEntry', description: 'A code is unique within its kind.' }),
        ),
      })
      .meta({ id: 'Glossary' }),
    freshness: 'deterministic',
  },
  errors: [],
});
