import type { Database } from '../../../platform/db/database.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import { createApiKey, listApiKeys, revokeApiKey } from './contract.ts';
import { createApiKeyHandler } from './create.http.ts';
import { revokeApiKeyHandler } from './delete.http.ts';
import { listApiKeysHandler } from './list.http.ts';

/** What serves `/v1/me/keys`. */
export function keyRoutes(dependencies: { readonly database: Database; newId(): string }): readonly Route[] {
  return [
    route(createApiKey, createApiKeyHandler(dependencies)),
    route(listApiKeys, listApiKeysHandler(dependencies)),
    route(revokeApiKey, revokeApiKeyHandler(dependencies)),
  ];
}
