import { Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

/** Lets a role do something to one resource. */
export function allow(role: iam.IRole, actions: readonly string[], resource: string, conditions?: object): void {
  role.addToPrincipalPolicy(
    new iam.PolicyStatement({
      actions: [...actions],
      resources: [resource],
      ...(conditions && { conditions: conditions as Record<string, unknown> }),
    }),
  );
}

/** Lets a role do something to resources that have no names yet, or none at all, and says why that is right. */
export function allowAny(role: iam.IRole, actions: readonly string[], pattern: string, reason: string): void {
  allow(role, actions, pattern);
  Validations.of(role).acknowledge({ id: `AwsSolutions-IAM5[Resource::${findingOf(role, pattern)}]`, reason });
}

/** A resource as cdk-nag spells it: what only a deployment knows, in angle brackets. */
function findingOf(role: iam.IRole, resource: string): string {
  const resolved: unknown = Stack.of(role).resolve(resource);
  if (typeof resolved === 'string') return resolved;
  const [, parts] = (resolved as { 'Fn::Join': [string, (string | { readonly Ref: string })[]] })['Fn::Join'];
  return parts.map(part => (typeof part === 'string' ? part : `<${part.Ref}>`)).join('');
}
