import type { Handler } from '../../../platform/http/route.ts';
import type { getLiveness } from './contract.ts';

export function createLiveness(): Handler<typeof getLiveness> {
  return () => ({ status: 'live' });
}
