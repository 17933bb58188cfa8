import type { Relation } from '../relations/relations.ts';

/** The complete 삼합 or 방합 that the month branch is one of, if there is one. Complete sets stand last among relations. */
export function monthSet(relations: readonly Relation[], code: 'samhap' | 'banghap'): Relation | null {
  for (let n = relations.length - 1; n >= 0; n--) {
    const relation = relations[n]!;
    if (relation.pillars.length < 3) return null;
    if (relation.code === code && relation.pillars.includes('month')) return relation;
  }
  return null;
}
