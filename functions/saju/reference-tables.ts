import { ENGINE_VERSION, TEN_GODS } from '@heal7/saju-engine';
import { FIVE_ELEMENTS_RELATIONS, TEN_GODS_PROPERTIES } from '@heal7/saju-engine/interpretation';
import type { ReferenceTable } from '../../platform/db/reference-table.ts';

/** What each of the five elements does to another, as a table. */
export const fiveElementsRelationsTable: ReferenceTable = {
  name: 'five_elements_relations',
  version: `${ENGINE_VERSION} rows 1`,
  *batches() {
    const rows = FIVE_ELEMENTS_RELATIONS.map(
      ({ source, target, relation, strength, traditional, modern }, position) => ({
        id: position + 1,
        source_element: source,
        target_element: target,
        relation_type: relation,
        strength,
        traditional_description: traditional.korean,
        traditional_description_english: traditional.english,
        modern_interpretation: modern.korean,
        modern_interpretation_english: modern.english,
      }),
    );
    yield tx => tx`insert into five_elements_relations ${tx(rows)}`;
  },
};

/** What the ten gods mean in each field of life, as a table. */
export const tenGodsPropertiesTable: ReferenceTable = {
  name: 'ten_gods_properties',
  version: `${ENGINE_VERSION} rows 1`,
  *batches() {
    yield tx => {
      const rows = TEN_GODS_PROPERTIES.map((god, position) => ({
        id: position + 1,
        code: god.code,
        god_name: TEN_GODS[position]!.hangul,
        characteristics: tx.json({ ...god.characteristics }),
        fortune_aspects: tx.json({ ...god.fortuneAspects }),
        career_tendencies: tx.json({ ...god.careerTendencies }),
        relationship_patterns: tx.json({ ...god.relationshipPatterns }),
        health_indications: tx.json({ ...god.healthIndications }),
      }));
      return tx`insert into ten_gods_properties ${tx(rows)}`;
    };
  },
};
