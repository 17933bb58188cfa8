import { slotsOf } from '../behavior/time-slots.ts';
import type { PatternRow, VisitRow } from './store.ts';

/** A visit as it is answered. */
export function visitAnswer(row: VisitRow) {
  return {
    id: row.id,
    locationId: row.location_id,
    checkedInAt: row.checked_in_at.toISOString(),
    checkedOutAt: row.checked_out_at?.toISOString() ?? null,
    forgotten: row.forgotten,
    comfortLevel: row.comfort_level,
  };
}

/** With the patterns of its own parts of days, of those of its days. */
export function visitWithPatternsAnswer(row: VisitRow, patterns: readonly PatternRow[]) {
  const from = row.checked_in_at.getTime();
  const slots = slotsOf({ from, to: row.checked_out_at?.getTime() ?? from });
  const own = patterns.filter(({ date, time_slot }) =>
    slots.some(slot => slot.date === date && slot.slot === time_slot),
  );
  return { ...visitAnswer(row), patterns: own.map(patternAnswer) };
}

function patternAnswer(row: PatternRow) {
  return {
    date: row.date,
    timeSlot: row.time_slot,
    dwellMinutes: row.dwell_time_minutes,
    interactionPoints: row.interaction_points,
    movement: row.movement_pattern,
    preferences: row.preference_indicators,
    environment: row.environmental_preferences as Readonly<Record<string, number>>,
    comfort:
      row.comfort_level === null || row.comfort_source === null
        ? null
        : { level: row.comfort_level, source: row.comfort_source },
  };
}
