/** Field codes that any birth may be refused with. */
export const birthErrors = [
  'invalid_date',
  'invalid_time',
  'invalid_lunar_date',
  'leap_month_of_solar_date',
  'date_out_of_range',
  'nonexistent_time',
  'unknown_hour_branch',
  'hour_given_twice',
  'unknown_time_zone',
  'time_zone_required',
  'place_required',
  'place_given_twice',
  'unknown_place',
  'ambiguous_place',
] as const;
