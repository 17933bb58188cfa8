import type * as z from 'zod';
import { type FieldIssue, InvalidRequest, type RequestPart } from './field-issue.ts';
import { isFieldCode } from './field-messages.ts';
import { pathBelow } from './field-path.ts';
import type { Facts } from './problem-kind.ts';

/**
 * Validates one part of a request and gives the issues of all its fields.
 *
 * Schemas choose a code of their own in two ways: `error: 'invalid_date'` on any check, where the
 * text is a code of field-messages.ts, or a refinement with `params: { code, ...facts }`.
 */
export function checkPart<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  part: RequestPart,
  prefix = '',
): { readonly value: z.output<Schema> } | { readonly issues: readonly FieldIssue[] } {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { value: parsed.data };
  // Parsed once more, for the names of the accepted fields: an error map on the first parse would cost every request.
  const explained = schema.safeParse(input, { error: acceptedFields });
  const error = explained.error ?? parsed.error;
  return { issues: issuesOf(error.issues, input, part, prefix) };
}

/** As `checkPart`, but throws `InvalidRequest`: for handlers that check values of their own. */
export function parsePart<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  part: RequestPart,
  prefix = '',
): z.output<Schema> {
  const checked = checkPart(schema, input, part, prefix);
  if ('issues' in checked) throw new InvalidRequest(checked.issues);
  return checked.value;
}

/** The message of an unknown field's issue: the fields its object takes. */
function acceptedFields(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'unrecognized_keys') return undefined;
  const shape = (issue.schema as z.ZodObject | undefined)?._zod.def.shape;
  const names = Object.keys(shape ?? {});
  return names.length === 0 ? undefined : `${acceptedMark}${names.join(', ')}`;
}

const acceptedMark = 'accepted: ';

function issuesOf(
  issues: readonly z.core.$ZodIssue[],
  input: unknown,
  part: RequestPart,
  prefix: string,
): readonly FieldIssue[] {
  return issues.flatMap(issue => fieldIssuesOf(issue, [], input, part, prefix));
}

function fieldIssuesOf(
  issue: z.core.$ZodIssue,
  parents: readonly PropertyKey[],
  input: unknown,
  part: RequestPart,
  prefix: string,
): readonly FieldIssue[] {
  const path = [...parents, ...issue.path];
  const at = (tail: readonly PropertyKey[], code: string, facts: Facts = {}): FieldIssue => ({
    in: part,
    path: joinPath(prefix, tail),
    code,
    facts,
  });

  if (issue.code === 'custom') return [customIssue(issue, part, joinPath(prefix, path))];
  if (issue.code === 'unrecognized_keys') {
    const facts = issue.message.startsWith(acceptedMark)
      ? { accepted: issue.message.slice(acceptedMark.length) }
      : undefined;
    return issue.keys.map(key => at([...path, key], 'unknown_field', facts));
  }
  if (valueAt(input, path) === undefined) return [at(path, 'required')];
  if (issue.code === 'invalid_union') {
    const branch = closestBranch(issue.errors);
    if (branch !== undefined) return branch.flatMap(inner => fieldIssuesOf(inner, path, input, part, prefix));
  }
  const { code, facts } = standardIssue(issue);
  return [at(path, isFieldCode(issue.message) ? issue.message : code, facts)];
}

function customIssue(issue: z.core.$ZodIssueCustom, part: RequestPart, path: string): FieldIssue {
  const { code = issue.message, detail, ...facts } = issue.params ?? {};
  return {
    in: part,
    path,
    code: detail !== undefined || isFieldCode(code) ? code : 'invalid_value',
    facts,
    ...(detail !== undefined && { detail }),
  };
}

/**
 * The alternative the caller most likely meant: the one that got furthest into the value, and of those the
 * one with the fewest complaints. None where every alternative already refuses the value as a whole.
 */
function closestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  const depth = (branch: readonly z.core.$ZodIssue[]) => Math.max(0, ...branch.map(issue => issue.path.length));
  const inside = branches.filter(
    branch => depth(branch) > 0 || branch.some(issue => issue.code === 'unrecognized_keys'),
  );
  if (inside.length === 0) return undefined;
  return inside.reduce((best, branch) => {
    const deeper = depth(branch) - depth(best);
    return deeper > 0 || (deeper === 0 && branch.length < best.length) ? branch : best;
  });
}

/** Our code for zod's, with the facts its message needs. */
function standardIssue(issue: z.core.$ZodIssue): { readonly code: string; readonly facts: Facts } {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'invalid_type', facts: { expected: issue.expected } };
    case 'invalid_value':
      return { code: 'invalid_value', facts: { accepted: issue.values.map(String).join(', ') } };
    case 'invalid_union': {
      const { types, values } = alternatives(issue);
      return values.length > 0
        ? { code: 'invalid_value', facts: { accepted: values.join(', ') } }
        : { code: 'invalid_type', facts: { expected: types.join('|') } };
    }
    case 'invalid_format':
      return { code: 'invalid_format', facts: { format: issue.format } };
    case 'too_small': {
      const facts = { minimum: Number(issue.minimum), exclusive: issue.inclusive === false ? 1 : 0 };
      return { code: sizeCode(issue.origin, 'too_small', 'too_short', 'too_few'), facts };
    }
    case 'too_big': {
      const facts = { maximum: Number(issue.maximum), exclusive: issue.inclusive === false ? 1 : 0 };
      return { code: sizeCode(issue.origin, 'too_big', 'too_long', 'too_many'), facts };
    }
    case 'not_multiple_of':
      return { code: 'not_multiple_of', facts: { divisor: issue.divisor } };
    default:
      return { code: 'invalid_value', facts: {} };
  }
}

function alternatives(issue: z.core.$ZodIssueInvalidUnion): { readonly types: string[]; readonly values: string[] } {
  const values = new Set<string>((('options' in issue && issue.options) || []).map(String));
  const types = new Set<string>();
  for (const inner of issue.errors.flat()) {
    if (inner.code === 'invalid_value') for (const value of inner.values) values.add(String(value));
    if (inner.code === 'invalid_type') types.add(inner.expected);
  }
  return { types: [...types], values: [...values] };
}

function sizeCode(origin: string, number: string, text: string, list: string): string {
  if (origin === 'string') return text;
  return origin === 'array' || origin === 'set' || origin === 'map' ? list : number;
}

function joinPath(prefix: string, path: readonly PropertyKey[]): string {
  return path.reduce(pathBelow, prefix);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
