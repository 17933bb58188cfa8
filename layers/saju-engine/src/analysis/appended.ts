import type { Reason } from './reason.ts';

/** Reasons and one more. There are mostly one or two, for which a literal is several times as fast as `concat`. */
export function appended(reasons: readonly Reason[], last: Reason): readonly Reason[] {
  if (reasons.length === 1) return [reasons[0]!, last];
  if (reasons.length === 2) return [reasons[0]!, reasons[1]!, last];
  return [...reasons, last];
}
