import type * as z from 'zod';
import type { FieldKind } from '../errors/field-kind.ts';
import { acrossFields } from '../http/across-fields.ts';

/** Two dates, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const MILLISECONDS_PER_DAY = 86_400_000;

function daysOf({ from, to }: Span): number {
  return (Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY + 1;
}

export const invalidSpan = {
  code: 'invalid_span',
  detail: { ko: 'to는 from보다 앞설 수 없습니다.', en: 'to must not be before from.' },
} as const satisfies FieldKind;

export const spanTooLong = {
  code: 'span_too_long',
  detail: { ko: '기간이 너무 깁니다. 나누어 요청해 주세요.', en: 'The span is too long. Ask for it in parts.' },
} as const satisfies FieldKind;

/** Refuses a span that ends before it begins. For `check`. */
export const spanInOrder: z.core.$ZodCheck<Span> = acrossFields(['from', 'to'], (span, context) => {
  if (daysOf(span) >= 1) return;
  context.addIssue({ code: 'custom', path: ['to'], params: invalidSpan });
});

/**
 * Refuses a span of more days than `mostOf` allows. For `check`.
 *
 * @param needed fields that `mostOf` looks at
 */
export function spanWithin<Request extends Span>(
  mostOf: (request: Request) => number,
  needed: readonly (keyof Request & string)[] = [],
): z.core.$ZodCheck<Request> {
  return acrossFields<Request>(['from', 'to', ...needed], (request, context) => {
    const [days, most] = [daysOf(request), mostOf(request)];
    if (days <= most) return;
    const detail = {
      ko: `기간이 ${days}일입니다. 여기서는 ${most}일까지 볼 수 있습니다.`,
      en: `The span has ${days} days: here it may have at most ${most}.`,
    };
    context.addIssue({ code: 'custom', path: ['to'], params: { ...spanTooLong, detail } });
  });
}
