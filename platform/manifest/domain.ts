import type { EventConsumer } from '../events/event-consumer.ts';
import type { EventType } from '../events/event-type.ts';
import type { Operation } from '../http/operation.ts';
import type { TopicRule } from '../mqtt/topic-rule.ts';
import type { StreamName } from '../streams/streams.ts';

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
  /** Functions that streams start. */
  readonly streams?: readonly StreamDeclaration[];
  readonly pipelines?: readonly PipelineDeclaration[];
  /** What devices speak to. */
  readonly mqtt?: MqttDeclaration;
  /** WebSocket APIs. */
  readonly sockets?: readonly SocketDeclaration[];
  /** What it emits: its part of the published catalogue. */
  readonly events?: readonly EventType[];
  /** Of its HTTP function; a job has its own. */
  readonly alarms: readonly AlarmDeclaration[];
}

/** Tables by their names in `platform/dynamodb/tables.ts`. */
type TableName = 'documents' | 'cache' | 'keys' | 'connections';

/** Items by their keys; or changed too; or all of them, one after another. */
type TableUse = 'read' | 'write' | 'scan';

/**
 * A use of the keys in KMS: `wrap` makes and wraps data keys, `unwrap` opens them, `rewrap` wraps them anew
 * without opening them, `hash` finds by e-mail and phone, `sign`
 * makes access tokens, `verify` reads the key that proves them.
 */
export type KeyUse = 'wrap' | 'unwrap' | 'rewrap' | 'hash' | 'sign' | 'verify';

/** What a function uses of the platform: deployed, it is told where that is, and may do this with it and nothing else. */
export interface Needs {
  /**
   * As whom it reaches the database: `owner` where it changes the schema (its handler then takes
   * `ownerDatabaseFromEnvironment`), else `app`, whose rights are to rows alone. The function is then in the network.
   */
  readonly database?: 'app' | 'owner';
  readonly tables?: Readonly<Partial<Record<TableName, TableUse>>>;
  readonly keys?: readonly KeyUse[];
  /** Streams it puts records into. */
  readonly streams?: readonly StreamName[];
  /** Messages it publishes to devices, through the broker's HTTP interface. */
  readonly mqtt?: 'publish';
  /** WebSocket connections of the domain that it sends to, by the names of their APIs. */
  readonly sockets?: readonly string[];
  /** Tells clients where they connect to this WebSocket API of the domain. */
  readonly socketAddress?: string;
  /** Raw history of readings, in stages that keep it in Timestream. */
  readonly timestream?: 'read' | 'write';
  /** Publishes alerts of devices to the stage's SNS topic for them. */
  readonly alertTopic?: true;
  /** Messages it sends to people: by SES, by SNS. */
  readonly messages?: readonly ('email' | 'sms')[];
  /** Settings of whoever deploys, which are secret: names of their variables. */
  readonly secrets?: readonly string[];
  /** Asks servers of others: the log-ins of Kakao, Naver and Google. */
  readonly internet?: true;
}

/** One function that serves all of a domain's routes. */
export interface HttpDeclaration extends Needs {
  /** File that exports `handler`, an API Gateway v2 handler. */
  readonly entry: string;
  readonly operations: readonly Operation[];
  /**
   * Some of its code is imported by the first request that needs it (`lateRoutes`): deployed, that is in files of its own,
   * which a cold start neither reads nor compiles.
   */
  readonly lateCode?: true;
  /** Also answers what no route matches (API Gateway's `$default`). One domain only. */
  readonly fallback?: true;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** Files that travel beside the bundle, as module specifiers (`swagger-ui-dist/swagger-ui.css`). */
  readonly assets?: readonly string[];
}

/** Work that no request starts: a function of its own. */
export interface JobDeclaration extends Needs {
  /** Kebab case, one of its kind among all domains: `npm run job NAME`. */
  readonly name: string;
  /** One line: what is different after it has run. */
  readonly purpose: string;
  /** File that exports `handler`, made by `jobFunction`. */
  readonly entry: string;
  /** When it runs. Absent: whenever `trigger` says. */
  readonly schedule?: Schedule;
  /**
   * What starts a job without a schedule: each deployment that changes its code, before everything that uses the database;
   * a pipeline, as a step of it; or whoever operates the platform, by hand.
   */
  readonly trigger?: 'deployment' | 'pipeline' | 'operator';
  readonly memoryMb: number;
  /** At most 900, Lambda's longest. */
  readonly timeoutSeconds: number;
  /** Folders of the repository that travel beside the bundle under their paths (`db/migrations`). */
  readonly folders?: readonly string[];
  readonly alarms: readonly AlarmDeclaration[];
}

/** A function that a stream starts, batch by batch: each shard in its order. */
export interface StreamDeclaration extends Needs {
  /** Kebab case, one of its kind among all domains. */
  readonly name: string;
  /** One line: what is different after it has seen an event. */
  readonly purpose: string;
  /** File that exports `handler`, made by `streamFunction`. */
  readonly entry: string;
  /** What the handler is made of, where that is a consumer of events: imported when its projection is built again. */
  readonly consumer?: () => Promise<EventConsumer>;
  /** Only in stages that keep raw history in Timestream. */
  readonly onlyWith?: 'timestream';
  /** From their oldest record on. */
  readonly sources: readonly [StreamName, ...StreamName[]];
  /** Records to wait for, 1 to 10,000, and for how long, 0 to 300 s: whichever comes first. */
  readonly batch: { readonly size: number; readonly windowSeconds: number };
  /**
   * Of a batch that the function does not get done at all (a poison record it handles itself): tried again so often, 0 to
   * 10,000, in halves, and not after so long; then the on-failure destination is told. The shard waits meanwhile.
   */
  readonly retries: { readonly attempts: number; readonly maximumAgeSeconds: number };
  readonly memoryMb: number;
  /** At most 900, Lambda's longest. */
  readonly timeoutSeconds: number;
  readonly alarms: readonly AlarmDeclaration[];
}

/** What devices speak to over MQTT: AWS IoT Core, and a broker of ours with the same rules on one machine. */
export interface MqttDeclaration {
  /** Asked at each connection who it is, and what it may do. */
  readonly authorizer: AuthorizerDeclaration;
  /** What becomes of the messages that devices publish. */
  readonly rules: readonly TopicRule[];
}

/**
 * A custom authorizer of IoT Core: a function of its own. It comes before the broker, whose part it is, and before what else its
 * domain has of its own, so that it may need none of that.
 */
export interface AuthorizerDeclaration extends Omit<Needs, 'mqtt' | 'sockets' | 'socketAddress' | 'alertTopic'> {
  readonly name: string;
  readonly purpose: string;
  /** File that exports `handler`, which takes IoT Core's event and answers with a policy. */
  readonly entry: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly alarms: readonly AlarmDeclaration[];
}

/** A WebSocket API of API Gateway: one function answers `$connect`, `$disconnect` and `$default`. */
export interface SocketDeclaration extends Needs {
  /** Kebab case, one of its kind among all domains; its path on one machine. */
  readonly name: string;
  /** One line: what a client hears. */
  readonly purpose: string;
  /** File that exports `handler`. */
  readonly entry: string;
  readonly memoryMb: number;
  /** At most 29, API Gateway's longest. */
  readonly timeoutSeconds: number;
  readonly alarms: readonly AlarmDeclaration[];
}

/** Jobs one after another, as a Step Functions state machine that runs here too. */
export interface PipelineDeclaration {
  /** Kebab case, one of its kind among all domains, jobs included: `npm run job NAME` runs it too. */
  readonly name: string;
  readonly purpose: string;
  readonly schedule: Schedule;
  /** Names of the domain's jobs, in order; their `trigger` is `pipeline`. */
  readonly steps: readonly [string, ...string[]];
  /** Of a step that fails. */
  readonly retries: { readonly attempts: number; readonly intervalSeconds: number };
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
  readonly statistic: 'sum' | 'average' | 'maximum' | 'p95' | 'p99';
  readonly threshold: number;
  readonly comparison: 'greater' | 'greater-or-equal' | 'less';
  /** Periods without data breach too: for what has to happen. Absent: they are quiet ones. */
  readonly silenceBreaches?: true;
  readonly periodMinutes: number;
  /** Periods that must breach of the last `evaluationPeriods`. */
  readonly breachingPeriods: number;
  readonly evaluationPeriods: number;
}

/**
 * A metric of the function (AWS/Lambda), one of ours (EMF, namespace HEAL7), or how many of its requests had such a problem,
 * which is counted from their log lines.
 */
export type AlarmMetric =
  | {
      readonly source: 'lambda';
      readonly name: 'Errors' | 'Throttles' | 'Duration' | 'AsyncEventsDropped' | 'IteratorAge';
    }
  | { readonly source: 'states'; readonly name: 'ExecutionsFailed' | 'ExecutionsTimedOut' | 'ExecutionsSucceeded' }
  /** Batches that a stream function did not get done: that it answered so (EMF), or that it failed altogether (AWS/Lambda). */
  | { readonly source: 'batches'; readonly name: 'failed' }
  /** Of the queue that is told what a stream function was not got done: its on-failure destination. */
  | { readonly source: 'sqs'; readonly name: 'ApproximateNumberOfMessagesVisible' }
  | { readonly source: 'heal7'; readonly name: string }
  | ProblemMetric;

/** Requests answered with one of these problems, or with `internal_error` for one of these errors. */
export interface ProblemMetric {
  readonly source: 'problems';
  /** Snake case: `refused_log_ins`. */
  readonly name: string;
  readonly codes?: readonly string[];
  /** Names of errors, and of their causes: `UnopenedField`. */
  readonly errors?: readonly string[];
}
