import { platformKinds } from '../../platform/errors/kinds.ts';
import { readAsset } from '../../platform/http/asset.ts';
import type { Authenticate } from '../../platform/http/authorise.ts';
import { httpFunction } from '../../platform/http/http-function.ts';
import { lateRoutes } from '../../platform/http/late-routes.ts';
import { openApiDocument } from '../../platform/http/openapi.ts';
import { fieldKindsOf, problemKindsOf } from '../../platform/http/operation.ts';
import { route } from '../../platform/http/route.ts';
import { domains } from '../manifest.ts';
import { deadLetterOperations } from './dead-letters/contract.ts';
import { getAsyncApi, getEventSchema, getPublishedEventSchema } from './events/contract.ts';
import { createAsyncApi, createEventSchema, createPublishedEventSchema } from './events/schemas.http.ts';
import { createFallback } from './fallback.ts';
import { getLiveness, getReadiness } from './health/contract.ts';
import { engineCheck } from './health/engine-check.ts';
import { createLiveness } from './health/live.http.ts';
import { createReadiness } from './health/ready.http.ts';
import { once } from './once.ts';
import {
  assetOperations,
  getEventsPage,
  getExamplePage,
  getOpenApi,
  getProblemsPage,
  getReferencePage,
} from './reference/contract.ts';
import {
  createEventsPage,
  createExamplePage,
  createProblemsPage,
  createReferencePage,
} from './reference/pages.http.ts';

/** Of the API as its document describes it. */
const version = '1.0.0';

const operations = domains.flatMap(domain => domain.http?.operations ?? []);
const events = domains.flatMap(domain => domain.events ?? []);
const kinds = [...new Set([...platformKinds, ...operations.flatMap(problemKindsOf)])];
const fieldKinds = [...new Set(operations.flatMap(fieldKindsOf))].filter(kind => typeof kind !== 'string');

const document = once(async () => Buffer.from(JSON.stringify(await openApiDocument({ operations, version }))));
const assets = assetOperations.map(({ asset, operation }) => ({
  operation,
  read: once(() => readAsset(asset.specifier)),
}));

// Health and pages need no account: what dead letters need (database, tokens, streams) is loaded when one is asked for.
const authenticate: Authenticate = async (...request) => {
  const { authenticateFromEnvironment } = await import('../../platform/tokens/authenticate-from-environment.ts');
  return authenticateFromEnvironment(...request);
};
const deadLetterRoutes = async () => (await import('./dead-letters/routes.ts')).deadLetterRoutesFromEnvironment();

export const handler = httpFunction({
  name: 'operations',
  release: version,
  authenticate,
  routes: [
    route(getLiveness, createLiveness()),
    route(
      getReadiness,
      createReadiness({
        checks: [
          engineCheck,
          { name: 'contracts', run: async () => void (await document()) },
          { name: 'reference-page', run: () => assets.forEach(({ read }) => void read()) },
        ],
      }),
    ),
    route(getOpenApi, document),
    route(getReferencePage, createReferencePage()),
    route(getExamplePage, createExamplePage()),
    route(getEventsPage, createEventsPage(events)),
    route(getAsyncApi, createAsyncApi(events, version)),
    route(getPublishedEventSchema, createPublishedEventSchema()),
    route(getEventSchema, createEventSchema(events)),
    route(getProblemsPage, createProblemsPage({ kinds, fieldKinds })),
    ...assets.map(({ operation, read }) => route(operation, read)),
    ...lateRoutes(deadLetterOperations, deadLetterRoutes),
  ],
  fallback: createFallback(operations),
});
