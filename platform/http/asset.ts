import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * A file that travels with the function, by its module specifier (`swagger-ui-dist/swagger-ui.css`; the declaration's
 * `assets` must list it): in Lambda from `assets/` beside the bundle, where the build put it by its base name;
 * else from the package.
 */
export function readAsset(specifier: string): Uint8Array {
  const bundled = new URL(`./assets/${basename(specifier)}`, import.meta.url);
  return readFileSync(existsSync(bundled) ? bundled : new URL(import.meta.resolve(specifier)));
}
