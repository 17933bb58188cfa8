import { platformKinds } from '../../platform/errors/kinds.ts';
import { readAsset } from '../../platform/http/asset.ts';
import { httpFunction } from '../../platform/http/http-function.ts';
import { openApiDocument } from '../../platform/http/openapi.ts';
import { route } from '../../platform/http/route.ts';
import { domains } from '../manifest.ts';
import { createFallback } from './fallback.ts';
import { getLiveness, getReadiness } from './health/contract.ts';
import { engineCheck } from './health/engine-check.ts';
import { createLiveness } from './health/live.http.ts';
import { createReadiness } from './health/ready.http.ts';
import { once } from './once.ts';
import {
  assetOperations,
  getExamplePage,
  getOpenApi,
  getProblemsPage,
  getReferencePage,
} from './reference/contract.ts';
import { createExamplePage, createProblemsPage, createReferencePage } from './reference/pages.http.ts';

/** Of the API as its document describes it. */
const version = '1.0.0';

const operations = domains.flatMap(domain => domain.http?.operations ?? []);
const ownKinds = operations.flatMap(({ errors }) => errors.filter(error => typeof error !== 'string'));
const kinds = [...new Set([...platformKinds, ...ownKinds])];

const document = once(async () => Buffer.from(JSON.stringify(await openApiDocument({ operations, version }))));
const assets = assetOperations.map(({ asset, operation }) => ({
  operation,
  read: once(() => readAsset(asset.specifier)),
}));

export const handler = httpFunction({
  name: 'operations',
  release: version,
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
    route(getProblemsPage, createProblemsPage({ kinds })),
    ...assets.map(({ operation, read }) => route(operation, read)),
  ],
  fallback: createFallback(operations),
});
