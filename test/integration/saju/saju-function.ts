import type { StoredChartDependencies } from '../../../functions/saju/dependencies.ts';
import { storedChartOperations } from '../../../functions/saju/stored-chart-operations.ts';
import { storedChartRoutes } from '../../../functions/saju/stored-chart-routes.ts';
import { createAccessLog } from '../../../platform/audit/access-log.ts';
import { refusedCredentials } from '../../../platform/http/authorise.ts';
import { httpFunction } from '../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../platform/http/openapi.ts';
import { stopwatch } from '../../../platform/observability/stopwatch.ts';
import { createRecheck } from '../../../platform/tokens/recheck.ts';
import { type Client, clientOf } from '../../contract/client.ts';
import { meFunction } from '../users/me-function.ts';

/** A user, and what they send to both functions. */
export interface Owner {
  readonly userId: string;
  /** To the operations on stored charts. */
  readonly call: Client;
  /** To those on one's own data. */
  readonly me: Client;
}

export const SELF = {
  relation: 'self',
  birth: { date: '1990-05-15', time: '14:30' },
  place: { name: '서울' },
  sex: 'female',
};

/** One record of access. */
export interface AccessRow {
  readonly actor_id: string;
  readonly purpose: string;
  readonly outcome: string;
  readonly places: readonly { readonly table: string; readonly column: string; readonly rowId: string }[];
}

/** The operations on stored charts beside those on one's own data, on the same engines. */
export async function sajuFunction() {
  const me = await meFunction();
  const { database, clock } = me;
  const now = () => clock.now;
  const dependencies: StoredChartDependencies = {
    ...me.dependencies,
    cache: me.cache,
    log: createAccessLog(database.sql),
    stopwatch,
  };
  const recheck = createRecheck(database.sql);
  const http = {
    entry: '',
    operations: storedChartOperations,
    fallback: true,
    memoryMb: 128,
    timeoutSeconds: 1,
  } as const;
  const handler = httpFunction({
    name: 'saju',
    release: '1',
    now,
    routes: storedChartRoutes(dependencies),
    authenticate: async ({ headers }) => {
      const [userId, sessionId] = (headers.authorization ?? '').replace('Bearer ', '').split('/');
      if (userId === undefined || sessionId === undefined) throw refusedCredentials();
      return recheck({ kind: 'user', userId, sessionId, roles: ['member'] }, now());
    },
  });
  const document = await openApiDocument({ operations: storedChartOperations, version: '1.0.0' });
  const anyone = clientOf(
    [{ domain: { name: 'saju', purpose: 'Tests', http, alarms: [] }, http, handler, loadedInMs: 0 }],
    document,
  );

  async function owner(...roles: readonly string[]): Promise<Owner> {
    const { userId, call: meCall } = await me.member();
    const [session] = await database.sql<{ id: string }[]>`select id from sessions where user_id = ${userId}`;
    for (const role of roles) {
      await database.sql`insert into user_roles (user_id, role, granted_at) values (${userId}, ${role}, ${now()})`;
    }
    const authorization = `Bearer ${userId}/${session!.id}`;
    const call: Client = (method, target, sent = {}) =>
      anyone(method, target, { ...sent, headers: { authorization, ...sent.headers } });
    return { userId, call, me: meCall };
  }

  /** A user with a person, and the address of the person's charts. */
  async function ownerWithPerson(person: object = SELF) {
    const user = await owner();
    const { json } = await user.me('POST', '/v1/me/people', { body: person });
    const personId: string = json.id;
    return { ...user, personId, charts: `/v1/me/people/${personId}/charts` };
  }

  /** Records of access to a user's data, oldest first. */
  const accesses = (userId: string) => database.sql<AccessRow[]>`
    select actor_id, purpose, outcome, places from access_records where subject_id = ${userId} order by id`;

  return { ...me, dependencies, owner, ownerWithPerson, accesses, anyone };
}
