import { placeErrors } from '../places/place-input.ts';
import { unknownHourBranch } from './birth.ts';

/** Why the fields of any birth may be refused. */
export const birthErrors = [
  'invalid_date',
  'invalid_time',
  'invalid_lunar_date',
  'leap_month_of_solar_date',
  'date_out_of_range',
  'nonexistent_date',
  'nonexistent_time',
  unknownHourBranch,
  'hour_given_twice',
  'place_required',
  ...placeErrors,
] as const;
