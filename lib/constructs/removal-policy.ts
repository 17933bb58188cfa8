import { RemovalPolicy } from 'aws-cdk-lib';

/**
 * What becomes of a resource whose stack is deleted: it stays, or goes with it. One whose first deployment fails goes in either
 * case: nothing is in it, and the name that it keeps would be taken at the next attempt.
 */
export function removalPolicy(afterDeletion: boolean): RemovalPolicy {
  return afterDeletion ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
}
