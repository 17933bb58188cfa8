/** A resource of a synthesized template. */
export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is untyped JSON
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: readonly string[];
}

/** What an IAM policy, or a role's own, says of one permission. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** The statements of a policy, or of the policies within a role. */
export function statementsOf({ Properties }: Resource): readonly Statement[] {
  // biome-ignore lint/suspicious/noExplicitAny: a template is untyped JSON
  const documents: any[] = [Properties, ...(Properties.Policies ?? [])].map(({ PolicyDocument }) => PolicyDocument);
  return documents.flatMap(document => document?.Statement ?? []);
}
