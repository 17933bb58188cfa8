import { ENGINE_VERSION, gregorianDay } from '@heal7/saju-engine';
import * as z from 'zod';
import { domains } from '../../functions/manifest.ts';
import { rememberingCalendar } from '../../functions/manse/calendar.ts';
import { getDay } from '../../functions/manse/days/contract.ts';
import { observerOf } from '../../functions/manse/observer.ts';
import { chartAnswer } from '../../functions/saju/charts/answer.ts';
import { createChart } from '../../functions/saju/charts/contract.ts';
import { apiGatewayEvent } from '../../local/event.ts';
import { loadFunctions } from '../../local/functions.ts';
import { createRouter } from '../../local/router.ts';
import { checkPart } from '../../platform/errors/schema-issues.ts';
import { entityTag } from '../../platform/http/entity-tag.ts';
import { readJsonBody } from '../../platform/http/json-body.ts';
import { readQuery } from '../../platform/http/query.ts';
import { logTo } from '../../platform/observability/log-sink.ts';
import { requestLine } from '../../platform/observability/request-log.ts';
import { showTable } from './figure.ts';
import { median } from './measure.ts';

/**
 * Where the time of a request goes inside the process. Each stage is timed with all before it, as a request goes
 * through them, and what the one before took is taken off.
 */

const REQUESTS = 2_000;
const WARM_UP_ROUNDS = 5;
const ROUNDS = 15;

const headers = { host: ['localhost'], 'user-agent': ['bench/1.0'], accept: ['*/*'] };
const router = createRouter(await loadFunctions(domains));

export async function showChartBreakdown(bodies: readonly string[]): Promise<void> {
  const wire = bodies.slice(0, REQUESTS).map(body => ({
    method: 'POST',
    target: createChart.path,
    headers: { ...headers, 'content-type': ['application/json'], 'content-length': [`${Buffer.byteLength(body)}`] },
    body: Buffer.from(body),
    httpVersion: '1.1',
    remoteAddress: '127.0.0.1',
  }));
  const input = z.compile(createChart.request.body);
  const output = z.compile(createChart.response.body);

  const event = (n: number) => eventOf(wire[n]!);
  const events = wire.map(eventOf);
  const parsed = (n: number) => readJsonBody(event(n)).value;
  const person = (n: number) => valid(checkPart(input, parsed(n), 'body'));
  const answer = (n: number) => chartAnswer(person(n));
  const stages = [
    ['event', event],
    ['parse body', parsed],
    ['validation in', person],
    ['engine', answer],
    ...lastStages(events, n => output.parse(answer(n)), `${createChart.method} ${createChart.path}`),
  ] as const;
  await showBreakdown('chart-endpoint', stages, events);
}

export async function showDayBreakdown(dates: readonly string[]): Promise<void> {
  const wire = dates.slice(0, REQUESTS).map(date => ({
    method: 'GET',
    target: getDay.path.replace('{date}', date),
    headers,
    body: new Uint8Array(),
    httpVersion: '1.1',
    remoteAddress: '127.0.0.1',
  }));
  const params = z.compile(getDay.request.params);
  const query = z.compile(getDay.request.query);
  const calendar = rememberingCalendar();
  const output = z.compile(getDay.response.body);

  const event = (n: number) => eventOf(wire[n]!);
  const events = wire.map(eventOf);
  const checked = (n: number) => {
    const { pathParameters, rawQueryString } = event(n);
    return {
      date: valid(checkPart(params, pathParameters, 'path')).date,
      query: valid(checkPart(query, readQuery(rawQueryString).value, 'query')),
    };
  };
  const answer = (n: number) => {
    const { date, query } = checked(n);
    return calendar(gregorianDay(date)!, observerOf(query));
  };
  const stages = [
    ['event', event],
    ['validation in', checked],
    ['calendar (days asked before)', answer],
    ...lastStages(events, n => output.parse(answer(n)), `${getDay.method} ${getDay.path}`),
  ] as const;
  await showBreakdown('day-endpoint', stages, events);
}

/** A stage's name, and all that is done for a request up to its end. */
type Stage = readonly [name: string, run: (n: number) => unknown];

/** What is common to all answers. */
function lastStages(events: readonly Event[], output: (n: number) => unknown, route: string): readonly Stage[] {
  const json = (n: number) => JSON.stringify(output(n));
  const tagged = (n: number) => json(n) + entityTag(ENGINE_VERSION, events[n]!, undefined);
  const logged = (n: number) =>
    tagged(n) +
    requestLine({
      function: 'bench',
      route,
      requestId: '00000000-0000-4000-8000-000000000000',
      at: Date.now(),
      durationMs: 0.123,
      status: 200,
      coldStart: false,
      measures: [],
    });
  return [
    ['validation out', output],
    ['JSON', json],
    ['entity tag', tagged],
    ['log line', logged],
  ];
}

async function showBreakdown(title: string, stages: readonly Stage[], events: readonly Event[]): Promise<void> {
  const [method, path] = events[0]!.routeKey.split(' ') as [string, string];
  const { handler } = router(method, path).function;
  const context = { getRemainingTimeInMillis: () => 10_000 };
  const handled = async (n: number): Promise<void> => {
    const { statusCode } = await handler(events[n]!, context);
    if (statusCode !== 200) throw new Error(`the bench is answered ${statusCode}`);
  };

  const previous = logTo(() => {});
  const rounds: { readonly whole: number; readonly until: readonly number[] }[] = [];
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    const until: number[] = [];
    for (const [, run] of stages) until.push(await microseconds(run));
    const whole = await microseconds(handled);
    if (round >= 0) rounds.push({ whole, until });
  }
  logTo(previous);

  const rows = stages.map(([stage], k) => ({
    stage,
    'µs a request': median(rounds.map(({ until }) => until[k]! - (until[k - 1] ?? 0))),
  }));
  showTable(`${title}: where the time goes, in the process`, [
    ...rows,
    {
      stage: 'middlewares and the rest',
      'µs a request': median(rounds.map(({ whole, until }) => whole - (until.at(-1)! - until[0]!))),
    },
    { stage: 'handler as a whole (all but the event)', 'µs a request': median(rounds.map(({ whole }) => whole)) },
  ]);
}

/** Microseconds a request, over all requests. */
async function microseconds(run: (n: number) => unknown): Promise<number> {
  const start = performance.now();
  for (let n = 0; n < REQUESTS; n++) {
    const result = run(n);
    if (result instanceof Promise) await result;
  }
  return ((performance.now() - start) * 1000) / REQUESTS;
}

type Event = ReturnType<typeof apiGatewayEvent>;

function eventOf(request: Parameters<typeof apiGatewayEvent>[0]): Event {
  return apiGatewayEvent(request, router(request.method, request.target));
}

function valid<Value>(checked: { readonly value: Value } | { readonly issues: readonly unknown[] }): Value {
  if ('issues' in checked) throw new Error('the bench sends a request that is refused');
  return checked.value;
}
