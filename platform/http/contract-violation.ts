import type * as z from 'zod';

/** A handler's output that its own contract does not allow: our fault, answered 500. */
export class ContractViolation extends Error {
  override readonly name = 'ContractViolation';
  /** Operation and the first fields that differ; logged, so it holds no values. */
  readonly code: string;

  constructor(operationId: string, error: z.ZodError) {
    super('The output does not fulfil its contract');
    const fields = error.issues.slice(0, 5).map(issue => `${issue.path.map(String).join('.')}:${issue.code}`);
    this.code = `${operationId} ${fields.join(' ')}`;
  }
}
