import type { Operation } from '../http/operation.ts';

/**
 * What a domain deploys and what starts it. The CDK app and the local runner both read it.
 * Entries are paths from the repository's root, so that listing the domains loads no handler.
 */
export interface Domain {
  readonly name: string;
  /** One line: what the domain does for its callers. */
  readonly purpose: string;
  readonly http?: HttpDeclaration;
  readonly alarms: readonly AlarmDeclaration[];
}

/** One function that serves all of a domain's routes. */
export interface HttpDeclaration {
  /** File that exports `handler`, an API Gateway v2 handler. */
  readonly entry: string;
  readonly operations: readonly Operation[];
  /** Also answers what no route matches (API Gateway's `$default`). One domain only. */
  readonly fallback?: true;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** Files that travel beside the bundle, as module specifiers (`swagger-ui-dist/swagger-ui.css`). */
  readonly assets?: readonly string[];
}

/** An alarm: what it watches, when it fires, and what a firing means to users. Its runbook section has its name. */
export interface AlarmDeclaration {
  /** Kebab case; the section of docs/runbook.md. */
  readonly name: string;
  /** What users notice when it fires. */
  readonly impact: string;
  readonly metric: AlarmMetric;
  readonly statistic: 'sum' | 'average' | 'p95' | 'p99';
  readonly threshold: number;
  readonly comparison: 'greater' | 'greater-or-equal';
  readonly periodMinutes: number;
  /** Periods that must breach of the last `evaluationPeriods`. */
  readonly breachingPeriods: number;
  readonly evaluationPeriods: number;
}

/** A metric of the domain's function (AWS/Lambda) or one of ours (EMF, namespace HEAL7). */
export type AlarmMetric =
  | { readonly source: 'lambda'; readonly name: 'Errors' | 'Throttles' | 'Duration' }
  | { readonly source: 'heal7'; readonly name: string };
