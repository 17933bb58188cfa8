import { ENGINE_VERSION, gregorianDay, manseDay } from '@heal7/saju-engine';
import * as z from 'zod';
import { domains } from '../../functions/manifest.ts';
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

/** Where the time of a request goes inside the process: the stages one by one, and the handler as a whole. */

/** Few, so that what a stage keeps for the next fits in the cache, as in a server that keeps nothing. */
const REQUESTS = 200;
const WARM_UP_ROUNDS = 40;
const ROUNDS = 60;

type Handler = (typeof createRouter extends (functions: readonly (infer Local)[]) => unknown
  ? Local
  : never)['handler'];
type Event = Parameters<Handler>[0];

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

  const stages = new Stages(wire.length);
  const events = stages.time('event', n => eventOf(wire[n]!));
  const values = stages.time('parse body', n => readJsonBody(events[n]!).value);
  const people = stages.time('validation in', n => valid(checkPart(input, values[n], 'body')));
  const answers = stages.time('engine', n => chartAnswer(people[n]!));
  const checked = stages.time('validation out', n => output.parse(answers[n]));
  await stages.restOfAnswer(events, checked, `${createChart.method} ${createChart.path}`, 'saju');
  stages.show('chart-endpoint');
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
  const output = z.compile(getDay.response.body);

  const stages = new Stages(wire.length);
  const events = stages.time('event', n => eventOf(wire[n]!));
  const inputs = stages.time('validation in', n => {
    const { pathParameters, rawQueryString } = events[n]!;
    return {
      params: valid(checkPart(params, pathParameters, 'path')),
      query: valid(checkPart(query, readQuery(rawQueryString).value, 'query')),
    };
  });
  const answers = stages.time('engine', n =>
    manseDay(gregorianDay(inputs[n]!.params.date)!, observerOf(inputs[n]!.query)),
  );
  const checked = stages.time('validation out', n => output.parse(answers[n]));
  await stages.restOfAnswer(events, checked, `${getDay.method} ${getDay.path}`, 'manse');
  stages.show('day-endpoint');
}

function eventOf(request: Parameters<typeof apiGatewayEvent>[0]): Event {
  return apiGatewayEvent(request, router(request.method, request.target));
}

function valid<Value>(checked: { readonly value: Value } | { readonly issues: readonly unknown[] }): Value {
  if ('issues' in checked) throw new Error('the bench sends a request that is refused');
  return checked.value;
}

/** Times stages over all requests, each fed by what the one before gave. */
class Stages {
  readonly #count: number;
  readonly #microseconds = new Map<string, number>();

  constructor(count: number) {
    this.#count = count;
  }

  time<Result>(stage: string, run: (n: number) => Result): readonly Result[] {
    const results: Result[] = new Array(this.#count);
    const times: number[] = [];
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      const start = performance.now();
      for (let n = 0; n < this.#count; n++) results[n] = run(n);
      if (round >= 0) times.push(performance.now() - start);
    }
    this.#microseconds.set(stage, (median(times) * 1000) / this.#count);
    return results;
  }

  /** JSON, entity tag and log line, and the handler from event to result. */
  async restOfAnswer(
    events: readonly Event[],
    answers: readonly unknown[],
    route: string,
    name: string,
  ): Promise<void> {
    const bodies = this.time('JSON', n => JSON.stringify(answers[n]));
    this.time('entity tag', n => entityTag(ENGINE_VERSION, bodies[n]!));
    this.time('log line', n =>
      requestLine({
        function: name,
        route,
        requestId: events[n]!.requestContext.requestId,
        at: Date.now(),
        durationMs: 0.123,
        status: 200,
        coldStart: false,
        measures: [],
      }),
    );
    await this.#timeHandler(events);
  }

  async #timeHandler(events: readonly Event[]): Promise<void> {
    const [, path] = events[0]!.routeKey.split(' ');
    const { handler } = router(events[0]!.requestContext.http.method, path!).function;
    const context = { getRemainingTimeInMillis: () => 10_000 };
    const previous = logTo(() => {});
    const times: number[] = [];
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      const start = performance.now();
      for (const event of events) {
        const { statusCode } = await handler(event, context);
        if (statusCode !== 200) throw new Error(`the bench is answered ${statusCode}`);
      }
      if (round >= 0) times.push(performance.now() - start);
    }
    logTo(previous);
    this.#microseconds.set('handler', (median(times) * 1000) / this.#count);
  }

  show(title: string): void {
    const handler = this.#microseconds.get('handler')!;
    const rows = [...this.#microseconds].filter(([stage]) => stage !== 'handler');
    const inside = rows.filter(([stage]) => stage !== 'event').reduce((sum, [, time]) => sum + time, 0);
    showTable(`${title}: where the time goes, in the process`, [
      ...rows.map(([stage, time]) => ({ stage, 'µs a request': time })),
      { stage: 'middlewares and the rest', 'µs a request': handler - inside },
      { stage: 'handler as a whole, without the event', 'µs a request': handler },
    ]);
  }
}
