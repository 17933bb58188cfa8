import { expect, test } from 'vitest';
import { checkPart } from '../../../../platform/errors/schema-issues.ts';
import { recordedDateInput, recordedInstantInput } from '../../../../platform/vocabulary/dates.ts';

const codesOf = (schema: typeof recordedDateInput | typeof recordedInstantInput, text: string) => {
  const checked = checkPart(schema, text, 'query');
  return 'issues' in checked ? checked.issues.map(({ code }) => code) : [];
};

test.each([
  ['0000-01-01', ['date_out_of_range']],
  ['1899-12-31', ['date_out_of_range']],
  ['1900-01-01', []],
  ['2199-12-31', []],
  ['2200-01-01', ['date_out_of_range']],
  ['2026-02-30', ['invalid_date']],
  ['soon', ['invalid_date']],
])('the day %s: %j', (day, codes) => {
  expect(codesOf(recordedDateInput, day)).toEqual(codes);
});

test.each([
  ['0000-01-01T00:00:00Z', ['date_out_of_range']],
  ['1900-01-01T08:59:59+09:00', ['date_out_of_range']],
  ['1900-01-01T09:00:00+09:00', []],
  ['2199-12-31T23:59:59Z', []],
  ['9999-12-31T23:59:59-10:00', ['date_out_of_range']],
  ['2026-11-24T09:00:00', ['invalid_format']],
])('the instant %s: %j', (instant, codes) => {
  expect(codesOf(recordedInstantInput, instant)).toEqual(codes);
});
