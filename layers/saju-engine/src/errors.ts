/** Stable codes of everything the engine refuses. */
export type SajuErrorCode =
  | 'invalid_value'
  | 'invalid_date'
  | 'invalid_time'
  | 'hour_given_twice'
  | 'invalid_lunar_date'
  | 'leap_month_of_solar_date'
  | 'date_out_of_range'
  | 'nonexistent_date'
  | 'nonexistent_time'
  | 'unknown_time_zone'
  | 'invalid_place'
  | 'place_required'
  | 'impossible_pillars'
  | 'span_before_birth'
  | 'year_before_birth';

/**
 * A refusal of the engine: what was wrong (`code`), where in the input (`path`),
 * and the facts a message needs (`params`), so that callers can say it in any language.
 */
export class SajuError extends Error {
  override readonly name = 'SajuError';
  readonly code: SajuErrorCode;
  readonly path: readonly string[];
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    code: SajuErrorCode,
    path: readonly string[],
    message: string,
    params: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
    this.code = code;
    this.path = path;
    this.params = params;
  }

  /** The same refusal, its path seen from a field further out. */
  within(field: string): SajuError {
    return new SajuError(this.code, [field, ...this.path], this.message, this.params);
  }
}

/** Gives what is asked for; a refusal's path is seen from fields further out, the outermost first. */
export function within<Result>(fields: readonly string[], run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw error instanceof SajuError ? fields.reduceRight((inner, field) => inner.within(field), error) : error;
  }
}

/** The refusal of a span that begins before a birth; `person` is the path of whose it is, where there may be several. */
export function spanBeforeBirth(params: { readonly birth: string; readonly person?: string }): SajuError {
  return new SajuError('span_before_birth', ['from'], `from is before the birth, ${params.birth}`, params);
}
