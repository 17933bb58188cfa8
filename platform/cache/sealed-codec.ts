import type { FieldCipher, FieldPlace } from '../encryption/field-cipher.ts';
import { UnopenedField } from '../encryption/unopened-field.ts';
import type { CacheReading } from './cache.ts';
import type { CacheKey } from './keys.ts';

/**
 * Seals a user's values in the shared level under the user's key, each for its own name: moved to another, it does not open.
 * @param unopened told why a value did not open, before it is computed again
 */
export function sealedCodec(
  cipher: FieldCipher,
  userId: string,
  { name }: CacheKey,
  unopened: (code: string) => Promise<void>,
): NonNullable<CacheReading<unknown>['codec']> {
  /** No table has such a row. */
  const place: FieldPlace = { userId, table: '(cache)', column: 'content', rowId: name };
  return {
    seal: async text => Buffer.from(await cipher.seal(place, text)).toString('base64'),
    async open(sealed) {
      try {
        return Buffer.from(await cipher.open(place, Buffer.from(sealed, 'base64'))).toString();
      } catch (error) {
        if (error instanceof UnopenedField) await unopened(error.code);
        throw error;
      }
    },
  };
}
