import { Validations } from 'aws-cdk-lib';
import { HttpMethod, HttpRoute, HttpRouteKey, type IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Operation } from '../../platform/http/operation.ts';
import type { HttpDeclaration } from '../../platform/manifest/domain.ts';

export interface HttpRoutesProps {
  readonly api: IHttpApi;
  readonly lambda: IFunction;
  readonly declaration: HttpDeclaration;
}

/** A route for each operation of a domain, and `$default` where the domain answers what no route matches. */
export class HttpRoutes extends Construct {
  constructor(scope: Construct, id: string, { api, lambda, declaration }: HttpRoutesProps) {
    super(scope, id);
    const integration = new HttpLambdaIntegration('Integration', lambda);
    const route = (routeId: string, routeKey: HttpRouteKey, whyPublic: string) => {
      const made = new HttpRoute(this, routeId, { httpApi: api, routeKey, integration });
      Validations.of(made).acknowledge({ id: 'AwsSolutions-APIG4', reason: whyPublic });
    };

    for (const { id: operationId, method, path, auth } of declaration.operations) {
      const key = HttpRouteKey.with(path, HttpMethod[method]);
      route(operationId, key, whyOpen(auth));
    }
    if (declaration.fallback) {
      route('$default', HttpRouteKey.DEFAULT, 'Tells callers, in problem+json, that no such route exists.');
    }
  }
}

/** API Gateway lets every request through: who may is said by the contract, and held by the function. */
function whyOpen(auth: Operation['auth']): string {
  if (auth === 'none') return 'The contract says auth: none: it answers without an account.';
  const whom = auth === 'user' ? 'a signed-in user' : `the roles ${auth.roles.join(', ')}`;
  return `The contract asks for ${whom}; the function verifies the token (docs/adr/0049-routes-are-authorised-in-the-function.md).`;
}
