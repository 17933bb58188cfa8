import * as z from 'zod';

/**
 * A check across fields, which is made as soon as those that it needs are right, whatever is wrong with others: zod's own
 * refinements wait until every field is, and a caller would be told of one mistake after another. For `check`.
 *
 * A field that it does not name may hold anything; whether it is there can be told all the same. What an earlier check has told
 * of is wrong. No field's own check may say `abort`: zod makes no check after it.
 */
export function acrossFields<Value extends object>(
  needed: readonly (keyof Value & string)[],
  refine: (value: Value, context: z.RefinementCtx<Value>) => void,
): z.core.$ZodCheck<Value> {
  const isInTheWay = ({ code, path = [] }: z.core.$ZodRawIssue) =>
    // Of the whole, fields too many alone leave something to look at.
    path.length === 0 ? code !== 'unrecognized_keys' : (needed as readonly PropertyKey[]).includes(path[0]!);
  return z.superRefine(refine, { when: ({ issues }) => !issues.some(isInTheWay) });
}
