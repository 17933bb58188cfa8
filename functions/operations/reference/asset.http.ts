import type { Handler } from '../../../platform/http/route.ts';
import type { assetOperations } from './contract.ts';

/** Serves one file, read at its first request and kept. */
export function createAsset(deps: {
  readonly read: () => Uint8Array;
}): Handler<(typeof assetOperations)[number]['operation']> {
  let file: Uint8Array | undefined;
  return () => {
    file ??= deps.read();
    return file;
  };
}
