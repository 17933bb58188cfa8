import type { IdempotencyScope, Seal } from '../idempotency/stored-answer.ts';
import type { FieldCipher } from './field-cipher.ts';

/** Seals the kept answers of users, who are the callers of their scopes, under their own keys. */
export function answerSeal(cipher: FieldCipher): Seal {
  return {
    protect: (stored, scope) => cipher.seal(placeOf(scope), stored),
    open: (sealed, scope) => cipher.open(placeOf(scope), sealed),
  };
}

/** Keys have no space in them, so that no two rows are written alike. */
function placeOf({ caller, route, key }: IdempotencyScope) {
  return { userId: caller, table: 'idempotency_keys', column: 'stored', rowId: `${route} ${key}` };
}
