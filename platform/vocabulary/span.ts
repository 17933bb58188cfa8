import type * as z from 'zod';

/** Two dates, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** Refuses a span that ends before it begins or has more than `most` days. For `superRefine`. */
export function refuseSpan({ from, to }: Span, most: number, context: z.RefinementCtx): void {
  const days = (Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY + 1;
  if (days < 1) {
    const detail = { ko: 'to는 from보다 앞설 수 없습니다.', en: 'to must not be before from.' };
    context.addIssue({ code: 'custom', path: ['to'], params: { code: 'invalid_span', detail } });
  }
  if (days > most) {
    const detail = {
      ko: `기간이 ${days}일입니다. 여기서는 ${most}일까지 볼 수 있습니다.`,
      en: `The span has ${days} days: here it may have at most ${most}.`,
    };
    context.addIssue({ code: 'custom', path: ['to'], params: { code: 'span_too_long', detail } });
  }
}
