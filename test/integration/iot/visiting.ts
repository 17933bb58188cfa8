import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { getVisitStatistics } from '../../../functions/iot/visit-statistics/contract.ts';
import { getVisitStatisticsHandler } from '../../../functions/iot/visit-statistics/get.http.ts';
import { visitOperations } from '../../../functions/iot/visits/contract.ts';
import { visitRoutes } from '../../../functions/iot/visits/routes.ts';
import { keepVisits } from '../../../functions/iot/visits/upkeep.ts';
import { CONSENT_VERSIONS } from '../../../functions/users/consents/consent.ts';
import type { Database } from '../../../platform/db/database.ts';
import { refusedCredentials } from '../../../platform/http/authorise.ts';
import { httpFunction } from '../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../platform/http/openapi.ts';
import { route } from '../../../platform/http/route.ts';
import type { Role } from '../../../platform/tokens/caller.ts';
import { clientOf } from '../../contract/client.ts';
import { type Member, meFunction } from '../users/me-function.ts';

const DAY = Date.parse('2026-03-02T00:00:00+09:00');
/** So many minutes after the Korean midnight. */
export const at = (minutes: number) => new Date(DAY + minutes * 60_000);
/** A quarter past ten in the morning. */
export const ARRIVAL = 615;

/** Users who visit a place with a device, on a database of the calling file, with a clock that is set by hand. */
export async function visiting() {
  const { database, owner, clock, member } = await meFunction();
  const now = () => clock.now;
  const operations = [...visitOperations, getVisitStatistics];
  const http = { entry: '', operations, fallback: true, memoryMb: 128, timeoutSeconds: 1 } as const;
  const caller: { roles: readonly Role[] } = { roles: ['member'] };
  const place = { locationId: '', device: '' };
  const document = await openApiDocument({ operations, version: '1.0.0' });

  /** The function, with another way to the database. */
  const functionOn = (through: Database) =>
    clientOf(
      [
        {
          domain: { name: 'iot', purpose: 'Tests', http, alarms: [] },
          http,
          handler: httpFunction({
            name: 'iot',
            release: '1',
            now,
            routes: [
              ...visitRoutes({ database: through, newId: randomUUID }),
              route(getVisitStatistics, getVisitStatisticsHandler({ database: through })),
            ],
            authenticate: async ({ headers }) => {
              const [userId, sessionId] = (headers.authorization ?? '').replace('Bearer ', '').split('/');
              if (userId === undefined || sessionId === undefined) throw refusedCredentials();
              return { kind: 'user', userId, sessionId, roles: caller.roles };
            },
          }),
          loadedInMs: 0,
        },
      ],
      document,
    );
  const call = functionOn(database);

  /** A place nobody has been to, and a device in it; a member asks, at the hour of arrival. */
  async function reset(): Promise<void> {
    caller.roles = ['member'];
    await owner.sql`truncate visits, user_behavior_patterns`;
    clock.now = at(ARRIVAL);
    place.locationId = `tea-${randomUUID().slice(0, 8)}`;
    const [row] = await database.sql<[{ id: string }]>`
      insert into iot_devices (device_serial, device_type, location_id, installation_position)
      values (${randomUUID()}, 'multi', ${place.locationId},
        ${database.sql.json({ x: 1, y: 2, z: 0, description: 'tea table' })})
      returning id`;
    place.device = row.id;
  }

  /** What the device measured in a minute. */
  async function measured(minute: number, values: Readonly<Record<string, number>>): Promise<void> {
    for (const [type, value] of Object.entries(values)) {
      await database.sql`
        insert into sensor_minute_aggregates
          (device_id, reading_type, minute, reading_count, value_sum, value_min, value_max)
        values (${place.device}, ${type}, ${at(minute)}, 2, ${2 * value}, ${value}, ${value})`;
    }
  }

  async function consent(me: Member): Promise<void> {
    const body = { version: CONSENT_VERSIONS.location };
    expect((await me.call('PUT', '/v1/me/consents/location', { body })).status).toBe(200);
  }

  /** A user who consents, and what they send: `me` to the function of their account. */
  async function visitor() {
    const me = await member();
    await consent(me);
    return { ...me, me, call: me.through(call) };
  }

  async function checkedIn(user: { readonly call: Member['call'] }): Promise<string> {
    const { status, json, text } = await user.call('POST', '/v1/me/visits', {
      body: { locationId: place.locationId },
    });
    expect(status, text).toBe(201);
    return json.id;
  }

  const checkOut = (user: { readonly call: Member['call'] }, id: string) =>
    user.call('POST', `/v1/me/visits/${id}/check-out`);

  const tellComfort = (user: { readonly call: Member['call'] }, id: string, level: number) =>
    user.call('PUT', `/v1/me/visits/${id}/comfort`, { body: { level } });

  /** The hourly job. */
  const runOn = (through: Pick<Database, 'transaction'>) =>
    keepVisits({ now, database: { ...database, ...through }, arguments: [], progress: () => {} });
  const run = () => runOn(database);

  return {
    ...{ database, owner, clock, now, member, caller, place, call, functionOn, reset, measured },
    ...{ consent, visitor, checkedIn, checkOut, tellComfort, run, runOn },
  };
}

export type Visitor = Awaited<ReturnType<Awaited<ReturnType<typeof visiting>>['visitor']>>;
