import { openApiDocument } from '../../../platform/http/openapi.ts';
import type { Operation } from '../../../platform/http/operation.ts';
import type { Handler } from '../../../platform/http/route.ts';
import type { getOpenApi } from './contract.ts';

/** Serves the document of the given operations, written at the first request. */
export function createOpenApi(deps: {
  readonly operations: readonly Operation[];
  readonly version: string;
}): Handler<typeof getOpenApi> {
  let document: Uint8Array | undefined;
  return () => {
    document ??= Buffer.from(JSON.stringify(openApiDocument(deps)));
    return document;
  };
}
