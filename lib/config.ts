import * as z from 'zod';

const capacityUnits = z.number().min(0.5).max(256).multipleOf(0.5, 'comes in halves');

/**
 * Regions that have Timestream for LiveAnalytics (https://docs.aws.amazon.com/general/latest/gr/timestream.html, GovCloud left
 * out). It takes no accounts that are new to it since 2025-06-20.
 */
const timestreamRegions = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'ap-south-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'eu-central-1',
  'eu-west-1',
] as const;

/** Where raw history of readings is kept: in Aurora's hot window alone, or for 30 days in Timestream beside it. */
const timeseries = z.discriminatedUnion('store', [
  z.strictObject({ store: z.literal('aurora') }),
  z.strictObject({
    store: z.literal('timestream'),
    region: z.enum(timestreamRegions, {
      error: `is neither "aurora" nor a region with Timestream for LiveAnalytics: ${timestreamRegions.join(', ')}`,
    }),
  }),
]);

/**
 * Everything that differs between stages, and the only place for sizes, rates and retention.
 * What a domain needs whatever the stage (memory, timeout, alarm thresholds) is in its `domain.ts`.
 */
const stageSettings = z.strictObject({
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'is not an AWS region, such as ap-northeast-2'),
  api: z.strictObject({
    /** Requests a second that the whole API sustains; more are answered 429 by API Gateway. */
    rateLimit: z.int().positive(),
    /** Requests that may come at once above the rate. */
    burstLimit: z.int().positive(),
  }),
  logs: z.strictObject({
    /** CloudWatch keeps only certain numbers of days. */
    retentionDays: z.literal([7, 14, 30, 90, 180, 365, 731]),
    /** Whether logs are kept when their stack is deleted. */
    keepAfterDeletion: z.boolean(),
  }),
  /** Whether what holds data refuses to be deleted, and outlives its stack. */
  protectData: z.boolean(),
  database: z
    .strictObject({
      /**
       * Aurora capacity units, 2 GiB of memory each, of which Aurora takes three quarters for its buffers: what
       * `shared_buffers` and `effective_cache_size` were on a server of one's own.
       */
      capacity: z.strictObject({ min: capacityUnits, max: capacityUnits }),
      /** Connections the server takes, of which the proxy's pool uses up to 90 %. */
      maxConnections: z.int().min(50).max(5_000),
      /** Memory of one sort or hash before it goes to disk, in MB; a query may take it several times. */
      workMemMb: z.int().min(4).max(1_024),
      /** Memory of VACUUM and of building an index, in MB. */
      maintenanceWorkMemMb: z.int().min(64).max(4_096),
      /** Volume in GB at which people are told: it grows by itself to 128 TB, and is paid for. */
      storageAlarmGb: z.int().positive(),
    })
    .refine(({ capacity: { min, max } }) => min <= max, 'capacity.min is above capacity.max'),
  /** Where the stage has streams smaller than `platform/streams/streams.ts` declares them: at most so much, of each. */
  streams: z.strictObject({
    /** Each takes 1,000 records or 1 MB a second, and costs some 13 dollars a month. */
    maxShards: z.int().min(1).optional(),
    /** Kinesis keeps records for a day to a year; over a day, a shard costs over twice as much. */
    maxRetentionHours: z.int().min(24).max(8_760).optional(),
  }),
  network: z.strictObject({
    /** Of DynamoDB in the region, as AWS manages it (`aws ec2 describe-managed-prefix-lists`): it has been the same since 2018. */
    dynamoDbPrefixList: z.string().regex(/^pl-[0-9a-f]{8,17}$/, 'is not a prefix list, such as pl-48a54021'),
    /** Ways out for functions that ask servers of others, each in a zone of its own; 2 outlive the loss of a zone. */
    natGateways: z.literal([1, 2]),
  }),
  timeseries,
  devices: z.strictObject({
    /**
     * Whether IoT Core logs what it refuses and what fails. That is one setting for an account and region, and so for one stage of
     * those that share them.
     */
    brokerLogs: z.boolean(),
    /** Pages that may open a live feed, by their origins. Programs that are no pages need none. */
    liveOrigins: z.array(
      z.string().regex(/^https:\/\/[^\s/,]+$/, 'is not an origin, such as https://console.example.com'),
    ),
  }),
  /** Whom e-mail comes from, and an identity that SES has verified for it: its domain. */
  mailFrom: z.email(),
  /** Memory of a domain's function in this stage, over what the domain declares. */
  memoryMb: z.record(z.string(), z.int().min(128).max(10_240)).default({}),
});

/** What whoever deploys adds; none of it is in the repository. */
const deployerSettings = z.strictObject({
  /** Absent: whatever account the credentials at hand belong to, and synthesis needs none. */
  account: z
    .string()
    .regex(/^\d{12}$/, 'is not an AWS account: twelve digits')
    .optional(),
  /** Who is told when an alarm fires. Absent: the topic exists and nobody is subscribed. */
  alarmEmail: z.email().optional(),
  /** Whom e-mail comes from, in place of the stage's: an address of a domain that SES has verified. */
  mailFrom: z.email().optional(),
  /** In place of the stage's: `aurora`, for an account that Timestream does not take, or the region of Timestream. */
  timeseries: z
    .string()
    .transform(store => (store === 'aurora' ? { store } : { store: 'timestream', region: store }))
    .pipe(timeseries)
    .optional(),
});

const stages = {
  dev: {
    region: 'ap-northeast-2',
    // Enough to try every page and for one load test; a runaway script costs half a dollar an hour.
    api: { rateLimit: 50, burstLimit: 100 },
    logs: { retentionDays: 7, keepAfterDeletion: false },
    protectData: false,
    database: {
      // The least that Aurora has beside a proxy, whose open connections keep it from pausing: 0.75 GiB of buffers.
      capacity: { min: 0.5, max: 2 },
      maxConnections: 100,
      // 4 GiB at most in all: a tenth of the numbers for production.
      workMemMb: 16,
      maintenanceWorkMemMb: 128,
      storageAlarmGb: 10,
    },
    // 1,000 events a second are 20 times the API's rate here, and a day is enough to find what went wrong: some 40 dollars a
    // month for the three streams, where 42 shards with their retention would be 1,300.
    streams: { maxShards: 1, maxRetentionHours: 24 },
    network: { dynamoDbPrefixList: 'pl-48a54021', natGateways: 1 },
    // Nothing that a new account would not be let have.
    timeseries: { store: 'aurora' },
    // `prod` keeps them, which may share its account.
    devices: { brokerLogs: false, liveOrigins: ['https://console.dev.heal7.com'] },
    mailFrom: 'no-reply@dev.heal7.com',
  },
  prod: {
    region: 'ap-northeast-2',
    // A new account may run 1,000 functions at once; at 20 ms an answer 500/s occupy 10 of them. The
    // burst of 1,000 is what that account could start at worst, if each request met a cold start.
    api: { rateLimit: 500, burstLimit: 1_000 },
    // Operational logs hold nothing personal; a quarter lets one month be compared with the last.
    logs: { retentionDays: 90, keepAfterDeletion: true },
    protectData: true,
    database: {
      // At 16 units it is the server of the data model: 32 GiB, of which 24 cache (`effective_cache_size` 24 GB). Its
      // 8 GB of `shared_buffers` are reached at 5.5 units; 2 hold the calendar and a quiet night in 3 GiB.
      capacity: { min: 2, max: 16 },
      maxConnections: 1_000,
      // `work_mem` 256 MB and `maintenance_work_mem` 2 GB, of the 8 GiB that 16 units leave beside the buffers: 32 such
      // sorts at once. Reached only by queries that sort so much; those that callers wait for use indexes.
      workMemMb: 256,
      maintenanceWorkMemMb: 2_048,
      storageAlarmGb: 500,
    },
    // As declared: the shards and retention of the data model's topics.
    streams: {},
    // Log-ins by others and codes by message fail without a way out: one for each zone, as the database has.
    network: { dynamoDbPrefixList: 'pl-48a54021', natGateways: 2 },
    // Seoul has no Timestream; Tokyo is the nearest that has, 40 ms away. Readings are not personal.
    timeseries: { store: 'timestream', region: 'ap-northeast-1' },
    devices: { brokerLogs: true, liveOrigins: ['https://console.heal7.com'] },
    mailFrom: 'no-reply@heal7.com',
  },
} satisfies Record<string, z.input<typeof stageSettings>>;

const stageName = z.enum(Object.keys(stages) as [keyof typeof stages, ...(keyof typeof stages)[]]);

export type StageName = z.output<typeof stageName>;
export type Settings = { readonly stage: StageName } & z.output<typeof stageSettings> &
  Omit<z.output<typeof deployerSettings>, 'mailFrom' | 'timeseries'>;

export const stageNames: readonly StageName[] = stageName.options;

/** A setting that cannot be used; the message says which and what to write instead. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * The settings of one stage.
 *
 * @param read gives a setting by its name (`stage`, `account`, `alarmEmail`, `timeseries`) or undefined; an unnamed stage is `dev`.
 * @throws SettingsError for an unknown stage or a value that does not parse.
 */
export function settingsFrom(read: (name: string) => unknown): Settings {
  const stage = stageName.safeParse(read('stage') ?? 'dev');
  if (!stage.success) {
    const choices = stageNames.join(', ');
    throw new SettingsError(
      `Unknown stage "${read('stage')}". Choose one of: ${choices} (npx cdk synth -c stage=prod, or HEAL7_STAGE=prod).`,
    );
  }
  const given = Object.fromEntries(Object.keys(deployerSettings.shape).map(name => [name, read(name)]));
  const { mailFrom, timeseries, ...deployer } = parse(deployerSettings, given, 'settings');
  const ofStage = parse(stageSettings, stages[stage.data], `stage ${stage.data}`);
  return {
    stage: stage.data,
    ...ofStage,
    ...deployer,
    mailFrom: mailFrom ?? ofStage.mailFrom,
    timeseries: timeseries ?? ofStage.timeseries,
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, what: string): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new SettingsError(`The ${what} cannot be used:\n${problems.join('\n')}`);
}
