import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { LocalFunction } from '../../../local/functions.ts';
import type { Database } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';
import { httpFunction } from '../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../platform/http/openapi.ts';
import { operation } from '../../../platform/http/operation.ts';
import { type WriteDependencies, type WriteHandler, writeRoute } from '../../../platform/http/write-route.ts';
import { type Seal, unsealed } from '../../../platform/idempotency/stored-answer.ts';

/** Operations that exist for tests: they write a row each, with an id that no second writing would give. */

const soldOut: ProblemKind = {
  code: 'sold_out',
  status: 409,
  title: { ko: '매진', en: 'Sold out' },
  detail: () => ({ ko: '다 팔렸습니다.', en: 'There is none left.' }),
};

const body = z.strictObject({ item: z.string().min(1), note: z.string().optional() });
const order = z.strictObject({ id: z.string(), item: z.string(), thanks: z.string() });
const common = {
  method: 'POST',
  tag: 'test',
  auth: 'none',
  response: { status: 201, description: 'The order.', body: order, freshness: 'none' },
} as const;

const createOrder = operation({
  ...common,
  id: 'createOrder',
  path: '/test/shops/{shop}/orders',
  summary: { ko: '주문합니다', en: 'Order' },
  idempotency: 'optional',
  request: { params: z.strictObject({ shop: z.string() }), body },
  errors: [soldOut],
});

const createPaidOrder = operation({
  ...common,
  id: 'createPaidOrder',
  path: '/test/paid-orders',
  summary: { ko: '값을 치르고 주문합니다', en: 'Order and pay' },
  idempotency: 'required',
  request: { body },
  errors: [soldOut],
});

const createUnkeyedOrder = operation({
  ...common,
  id: 'createUnkeyedOrder',
  path: '/test/unkeyed-orders',
  summary: { ko: '키 없이 주문합니다', en: 'Order without a key' },
  request: { body },
  errors: [soldOut],
});

const operations = [createOrder, createPaidOrder, createUnkeyedOrder];

export const ordersTable = 'create table test_orders (id uuid primary key, item text not null)';

export const ordersDocument = await openApiDocument({ operations, version: '1.0.0' });

export interface OrdersOptions {
  readonly now?: () => Date;
  readonly seal?: Seal;
  /** Called in the transaction when the row is written. */
  readonly written?: () => void | Promise<void>;
}

/** The function that serves them. The caller is named by the header `x-caller`. */
export function ordersFunction(
  database: Database,
  { now, seal = unsealed, written = () => {} }: OrdersOptions = {},
): LocalFunction {
  const dependencies: WriteDependencies = {
    database,
    caller: ({ event }) => event.headers['x-caller'] ?? 'anyone',
    seal,
  };
  const write: WriteHandler<typeof createUnkeyedOrder> = async ({ body: { item } }, { language }, tx) => {
    const id = randomUUID();
    await tx`insert into test_orders (id, item) values (${id}, ${item})`;
    await written();
    if (item === 'sold-out') throw new DomainError(soldOut);
    return { id, item, thanks: language === 'ko' ? '고맙습니다' : 'Thank you' };
  };
  const http = { entry: '', operations, fallback: true, memoryMb: 128, timeoutSeconds: 1 } as const;
  return {
    domain: { name: 'test', purpose: 'Tests', http, alarms: [] },
    http,
    handler: httpFunction({
      name: 'test',
      release: '1',
      ...(now && { now }),
      routes: [
        writeRoute(createOrder, dependencies, write),
        writeRoute(createPaidOrder, dependencies, write),
        writeRoute(createUnkeyedOrder, dependencies, write),
      ],
    }),
    loadedInMs: 0,
  };
}
