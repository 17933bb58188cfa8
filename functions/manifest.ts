import type { Domain } from '../platform/manifest/domain.ts';
import { analytics } from './analytics/domain.ts';
import { iot } from './iot/domain.ts';
import { manse } from './manse/domain.ts';
import { operations } from './operations/domain.ts';
import { saju } from './saju/domain.ts';
import { users } from './users/domain.ts';

/** The domains there are. */
export const domains: readonly Domain[] = [saju, manse, users, iot, analytics, operations];
