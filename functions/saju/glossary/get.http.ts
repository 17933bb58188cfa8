import { ENGINE_VERSION } from '@heal7/saju-engine';
import type { Handler } from '../../../platform/http/route.ts';
import type { getGlossary } from './contract.ts';

/** Gives the glossary. Its texts are loaded at the first request: a cold function that is asked for charts needs none. */
export const getGlossaryHandler: Handler<typeof getGlossary> = async ({ query }) => {
  const { glossary } = await import('@heal7/saju-engine/glossary');
  const entries = glossary();
  const wanted = query.kind;
  return {
    engineVersion: ENGINE_VERSION,
    entries: wanted === undefined ? entries : entries.filter(({ kind }) => wanted.includes(kind)),
  };
};
