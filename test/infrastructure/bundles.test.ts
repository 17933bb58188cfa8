import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { domains } from '../../functions/manifest.ts';
import { type Build, build } from '../../lib/bundle.ts';
import {
  authorizerFunctionName,
  httpFunctionName,
  jobFunctionName,
  socketFunctionName,
  streamFunctionName,
} from '../../lib/names.ts';
import { invoke, request, type SampleRequest } from './invoke.ts';
import { kinesisEvent } from './kinesis-event.ts';
import { functionNames, synthesize, temporaryFolder } from './synthesis.ts';

/** A request for each domain's function, and what shows that the answer is its own. */
const samples: Record<string, SampleRequest & { status?: number; answers: (body: unknown) => void }> = {
  saju: {
    routeKey: 'POST /v1/saju/charts',
    body: { birth: { calendar: 'solar', date: '1990-05-15', time: '14:30' }, sex: 'female' },
    answers: body => expect(body).toMatchObject({ pillars: { day: { hangul: '경진', hanja: '庚辰' } } }),
  },
  manse: {
    routeKey: 'GET /v1/manse/days/{date}',
    pathParameters: { date: '2024-02-10' },
    answers: body => expect(body).toMatchObject({ lunarDate: { year: 2024, month: 1, day: 1 } }),
  },
  users: {
    routeKey: 'GET /v1/consents',
    answers: body => expect(body).toMatchObject({ consents: [{ kind: 'privacy', required: true }, {}, {}, {}] }),
  },
  iot: {
    routeKey: 'GET /v1/iot/devices',
    // All of it is for operators.
    status: 401,
    answers: body => expect(body).toMatchObject({ code: 'unauthenticated' }),
  },
  analytics: {
    routeKey: 'POST /v1/events',
    body: { events: [] },
    // All of it is for users.
    status: 401,
    answers: body => expect(body).toMatchObject({ code: 'unauthenticated' }),
  },
  operations: { routeKey: 'GET /health/live', answers: body => expect(body).toBeTypeOf('object') },
};

/** What parts of a function share or import late, in files of their own, each with its map. */
const PART = /^[\w-]+-[A-Z0-9]{8}\.mjs(\.map)?$/;

let built: Build;
let assembly: CloudAssembly;

beforeAll(async () => {
  built = await build(domains, temporaryFolder());
  assembly = synthesize('prod', built);
}, 60_000);

interface Asset {
  readonly S3Key: string;
}

interface Properties {
  /** A function's. */
  readonly Code?: Asset;
  /** A layer's. */
  readonly Content?: Asset;
  readonly FunctionName?: string;
  readonly Environment?: { readonly Variables: Record<string, string> };
}

/** The folder that would be uploaded for a resource of a synthesized stack, and the resource's settings. */
function synthesized(
  stack: string,
  type: string,
  functionName?: string,
): { readonly folder: string; readonly properties: Properties } {
  const { template } = assembly.getStackByName(`heal7-prod-${stack}`);
  const { Properties: properties } = Object.values<{ Type: string; Properties: Properties }>(template.Resources).find(
    ({ Type, Properties: { FunctionName } }) =>
      Type === type && (functionName === undefined || FunctionName === `heal7-prod-${functionName}`),
  )!;
  const key = (properties.Code ?? properties.Content)!.S3Key;
  return { folder: join(assembly.directory, `asset.${key.replace(/\.zip$/, '')}`), properties };
}

/** The domain of `operations-migrate-job`. */
const domainOf = (functionName: string) => functionName.split('-', 1)[0]!;
const deployed = (functionName: string) => synthesized(domainOf(functionName), 'AWS::Lambda::Function', functionName);

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe('the engine layer', () => {
  test('holds the built engine and nothing else', () => {
    const { folder } = synthesized('engine', 'AWS::Lambda::LayerVersion');
    expect(filesIn(folder)).toEqual([
      'nodejs/node_modules/@heal7/saju-engine/glossary.js',
      'nodejs/node_modules/@heal7/saju-engine/index.js',
      'nodejs/node_modules/@heal7/saju-engine/interpretation.js',
      'nodejs/node_modules/@heal7/saju-engine/package.json',
    ]);
  });

  test('has its core with the analysis under 60 kB gzipped', () => {
    expect(built.engine.gzippedBytes).toBeGreaterThan(0);
    expect(built.engine.gzippedBytes).toBeLessThan(60_000);
  });
});

describe.each(functionNames)('the bundle of %s', name => {
  const domain = domains.find(each => each.name === domainOf(name))!;
  const job = domain.jobs?.find(each => name === jobFunctionName(domain.name, each.name));
  const http = name === httpFunctionName(domain.name) ? domain.http : undefined;

  test('carries its code, its source map and what its declaration names, and no more', () => {
    const { folder } = deployed(name);
    const assets = (http?.assets ?? []).map(specifier => `assets/${specifier.split('/').at(-1)}`);
    const folders = (job?.folders ?? []).flatMap(path => filesIn(path).map(file => `${path}/${file}`));
    const files = filesIn(folder);
    expect(files.filter(file => !PART.test(file))).toEqual(
      [...assets, ...folders, 'index.mjs', 'index.mjs.map'].sort(),
    );
    expect(files.some(file => PART.test(file))).toBe(http?.lateCode === true);
    const parts = files.filter(file => PART.test(file) && file.endsWith('.mjs'));
    expect(files.filter(file => PART.test(file))).toEqual(parts.flatMap(file => [file, `${file}.map`]).sort());
  });

  test('has a source map that names sources and does not hold them', () => {
    const { folder } = deployed(name);
    expect(readFileSync(join(folder, 'index.mjs'), 'utf8')).toMatch(/\/\/# sourceMappingURL=index\.mjs\.map\s*$/);
    const map = JSON.parse(readFileSync(join(folder, 'index.mjs.map'), 'utf8'));
    expect(map.sources).toContainEqual(expect.stringMatching(new RegExp(`functions/${domain.name}/`)));
    expect(map.sourcesContent).toBeUndefined();
  });
});

/** Settings as a deployment would give them: what is known only then has a value that fits. */
function settled(variables: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const known = (name: string, value: unknown) => {
    if (name.startsWith('DATABASE_') && name.endsWith('URL')) return 'postgres://heal7_app@127.0.0.1:1/heal7';
    if (name.startsWith('HEAL7_KMS')) return `arn:aws:kms:ap-northeast-2:000000000000:key/${name.toLowerCase()}`;
    // An empty secret is a provider that is not offered.
    return String(value).startsWith('{{resolve:') ? '' : String(value);
  };
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, known(name, value)]));
}

/** A function's bundle in a folder of its own, with the layer where plain Node finds it, and its settings. */
function besideItsLayer(name: string): { readonly folder: string; readonly environment: Record<string, string> } {
  const { folder, properties } = deployed(name);
  const lambda = join(temporaryFolder(), name);
  cpSync(folder, lambda, { recursive: true });
  // Lambda finds the layer's packages by a path of its own; plain Node finds them under the nearest node_modules.
  const layer = synthesized('engine', 'AWS::Lambda::LayerVersion').folder;
  cpSync(join(layer, 'nodejs/node_modules'), join(lambda, 'node_modules'), { recursive: true });
  return { folder: lambda, environment: settled(properties.Environment?.Variables) };
}

test.each(domains.filter(({ http }) => http))(
  '$name answers an event with only the layer beside it, outside the repository',
  async ({ name }) => {
    const sample = samples[name];
    expect(sample, `a sample request for ${name} is missing in this test`).toBeDefined();
    const { folder, environment } = besideItsLayer(httpFunctionName(name));

    const answer = await request(folder, sample!, environment);
    expect(answer.statusCode, answer.body).toBe(sample!.status ?? 200);
    sample!.answers(JSON.parse(answer.body));
  },
  30_000,
);

const sources = domains.flatMap(({ name: domain, streams = [] }) =>
  streams.flatMap(({ name, sources }) => sources.map(source => ({ name: streamFunctionName(domain, name), source }))),
);

test.each(sources.filter(({ source }) => source !== 'sensor-data'))(
  '$name passes over an event on $source that it does not care about, outside the repository',
  async ({ name, source }) => {
    const { folder, environment } = besideItsLayer(name);
    const answer = await invoke(folder, kinesisEvent(`heal7-prod-${source}`), environment);
    expect(answer).toEqual({ batchItemFailures: [] });
  },
  30_000,
);

// There, whatever is not understood is set aside, for which the database has to be there.
test.each(sources.filter(({ source }) => source === 'sensor-data'))(
  '$name has nothing to do with a batch of nothing, outside the repository',
  async ({ name }) => {
    const { folder, environment } = besideItsLayer(name);
    expect(await invoke(folder, { Records: [] }, environment)).toEqual({ batchItemFailures: [] });
  },
  30_000,
);

test.each(
  domains.flatMap(({ name, mqtt }) => (mqtt ? [{ name: authorizerFunctionName(name, mqtt.authorizer.name) }] : [])),
)(
  '$name lets nobody in who does not say who it is, outside the repository',
  async ({ name }) => {
    const { folder, environment } = besideItsLayer(name);
    const answer = await invoke(folder, { protocols: ['tls', 'mqtt'], protocolData: { mqtt: {} } }, environment);
    expect(answer).toMatchObject({ isAuthenticated: false, policyDocuments: [] });
  },
  30_000,
);

test.each(
  domains.flatMap(({ name: domain, sockets = [] }) =>
    sockets.map(({ name }) => ({ name: socketFunctionName(domain, name) })),
  ),
)(
  '$name opens no connection without a ticket, outside the repository',
  async ({ name }) => {
    const { folder, environment } = besideItsLayer(name);
    const requestContext = {
      routeKey: '$connect',
      eventType: 'CONNECT',
      connectionId: 'L0SM9cOFvHcCIhw=',
      requestId: 'test',
      domainName: 'feed.example',
      stage: 'prod',
    };
    const answer = await invoke(folder, { requestContext, headers: {}, isBase64Encoded: false }, environment);
    expect((answer as { statusCode: number }).statusCode).toBeGreaterThanOrEqual(400);
  },
  30_000,
);

test('a bundle takes the engine from the layer, and does not start without it', async () => {
  const { folder } = deployed('saju-http');
  const lambda = join(temporaryFolder(), 'alone');
  cpSync(folder, lambda, { recursive: true });
  await expect(request(lambda, samples.saju!)).rejects.toThrow(/Cannot find package '@heal7\/saju-engine'/);
}, 30_000);

test('the same sources give the same bytes in another folder', async () => {
  const again = await build(domains, join(temporaryFolder(), 'deeper'));
  expect(again.engine.digest).toBe(built.engine.digest);
  for (const [name, { digest }] of again.functions) expect(digest).toBe(built.functions.get(name)!.digest);
}, 60_000);
