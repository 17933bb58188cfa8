import type { SajuError } from '@heal7/saju-engine';
import * as z from 'zod';
import { unavailable } from '../db/unavailable.ts';
import type { Language } from '../http/language.ts';
import { DomainError } from './domain-error.ts';
import { type FieldIssue, InvalidRequest, MOST_ISSUES } from './field-issue.ts';
import { fieldMessage } from './field-messages.ts';
import { internalError, invalidRequest } from './kinds.ts';
import type { Facts, ProblemKind } from './problem-kind.ts';

/** RFC 9457 problem details, as every refusal and failure is answered. */
export const problemSchema = z
  .strictObject({
    type: z
      .string()
      .meta({ description: 'A page that explains this kind of problem.', examples: ['/problems#invalid_request'] }),
    title: z.string().meta({ description: 'The kind of problem, in the caller’s language.' }),
    status: z.int().min(400).max(599),
    code: z.string().meta({ description: 'Stable: branch on this.', examples: ['invalid_request'] }),
    detail: z.string().meta({ description: 'What went wrong this time and what to do about it.' }),
    requestId: z
      .string()
      .optional()
      .meta({ description: 'Tell us this when you ask for help. Absent inside a batch.' }),
    errors: z
      .array(
        z
          .strictObject({
            in: z.enum(['path', 'query', 'header', 'body']),
            path: z.string().meta({ description: 'Dotted path of the value.', examples: ['birth.date'] }),
            code: z.string().meta({ description: 'Stable.', examples: ['invalid_date'] }),
            detail: z.string(),
          })
          .meta({ id: 'FieldProblem' }),
      )
      .optional()
      .meta({ description: 'Every value that is not accepted (400 invalid_request only).' }),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;

/** Where a kind of problem is explained: its `type`, relative to the API's origin (RFC 9457, 3.1.1). */
export function problemType(kind: ProblemKind): string {
  return `/problems#${kind.code}`;
}

/** A thrown value as callers are told of it: what is not meant for them becomes `internal_error`, without a word of it. */
export interface Explained {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it was meant for the caller; else it is our fault, and logged as such. */
  readonly expected: boolean;
}

/**
 * Explains a thrown value. `partOf` says in which part of the request the engine's field came
 * (body unless said). Batches use it for each item, without a request id.
 */
export function explain(
  error: unknown,
  language: Language,
  requestId?: string,
  partOf: (field: string) => FieldIssue['in'] = () => 'body',
): Explained {
  if (error instanceof InvalidRequest) return invalid(error.issues, language, requestId);
  if (isSajuError(error)) {
    const issue = {
      in: partOf(error.path[0] ?? ''),
      path: error.path.join('.'),
      code: error.code,
      facts: error.params,
    };
    return invalid([issue], language, requestId);
  }
  // Whatever statement found the database away: also one that nobody thought of.
  const told = error instanceof DomainError ? error : unavailable(error);
  if (told !== undefined) {
    return {
      problem: described(told.kind, told.facts, language, requestId),
      headers: told.headers,
      expected: told.kind.status < 500,
    };
  }
  return { problem: described(internalError, {}, language, requestId), headers: {}, expected: false };
}

function invalid(issues: readonly FieldIssue[], language: Language, requestId: string | undefined): Explained {
  const errors = issues.slice(0, MOST_ISSUES).map(({ in: part, path, code, facts = {}, detail }) => ({
    in: part,
    path,
    code,
    detail: (detail ?? fieldMessage(code, facts))[language],
  }));
  const facts = { count: issues.length, shown: errors.length };
  const problem = { ...described(invalidRequest, facts, language, requestId), errors };
  return { problem, headers: {}, expected: true };
}

function described(kind: ProblemKind, facts: Facts, language: Language, requestId: string | undefined): Problem {
  return {
    type: problemType(kind),
    title: kind.title[language],
    status: kind.status,
    code: kind.code,
    detail: kind.detail(facts)[language],
    ...(requestId !== undefined && { requestId }),
  };
}

/** By name, not by class: functions that do without the engine need not load it, and the layer holds a copy of its own. */
function isSajuError(error: unknown): error is SajuError {
  return error instanceof Error && error.name === 'SajuError';
}
