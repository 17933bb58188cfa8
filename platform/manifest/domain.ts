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
  readonly jobs?: readonly JobDeclaration[];
  /** Of its HTTP function; a job has its own. */
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

/** Work that no request starts: a function of its own. */
export interface JobDeclaration {
  /** Kebab case, one of its kind among all domains: `npm run job NAME`. */
  readonly name: string;
  /** One line: what is different after it has run. */
  readonly purpose: string;
  /** File that exports `handler`, made by `jobFunction`. */
  readonly entry: string;
  /** When it runs. Absent: in each deployment that changes its code, before everything that uses the database. */
  readonly schedule?: Schedule;
  /** Whether it reaches the database: it is then deployed inside the network. */
  readonly database?: true;
  readonly memoryMb: number;
  /** At most 900, Lambda's longest. */
  readonly timeoutSeconds: number;
  /** Folders of the repository that travel beside the bundle under their paths (`db/migrations`). */
  readonly folders?: readonly string[];
  readonly alarms: readonly AlarmDeclaration[];
}

/** Times to run at: by EventBridge Scheduler where deployed, by croner on one machine. */
export interface Schedule {
  /** Five fields as in crontab(5): minute, hour, day of the month, month, day of the week (0 and 7 are Sunday). */
  readonly cron: string;
  /** Seoul's clock has not changed since 1988: no hour is skipped or comes twice. */
  readonly timeZone: 'Asia/Seoul';
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
  readonly comparison: 'greater' | 'greater-or-equal' | 'less';
  /** Periods without data breach too: for what has to happen. Absent: they are quiet ones. */
  readonly silenceBreaches?: true;
  readonly periodMinutes: number;
  /** Periods that must breach of the last `evaluationPeriods`. */
  readonly breachingPeriods: number;
  readonly evaluationPeriods: number;
}

/** A metric of the function (AWS/Lambda) or one of ours (EMF, namespace HEAL7). */
export type AlarmMetric =
  | { readonly source: 'lambda'; readonly name: 'Errors' | 'Throttles' | 'Duration' | 'AsyncEventsDropped' }
  | { readonly source: 'heal7'; readonly name: string };
