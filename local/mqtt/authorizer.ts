import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { AuthorizerEvent, AuthorizerHandler } from '../../platform/mqtt/authorizer-function.ts';
import { createPolicy, type Policy, policyDocument } from './policy.ts';

/** What a client presents in its CONNECT. */
export interface Presented {
  readonly clientId: string;
  readonly userName: string | undefined;
  readonly password: Uint8Array | undefined;
}

/** What an authorizer lets a client do, and until when, in milliseconds since 1970. */
export interface Admission {
  readonly policy: Policy;
  /** When it is asked again. */
  readonly refreshAt: number;
  /** When the connection ends. */
  readonly disconnectAt: number;
}

/** Gives nothing for a client that is not let in. It throws where nobody can tell. */
export type Authorizer = (presented: Presented) => Promise<Admission | undefined>;

export interface AuthorizerOptions {
  readonly name: string;
  readonly handler: AuthorizerHandler;
  readonly timeoutSeconds: number;
  readonly now: () => number;
}

/** An authorizer took longer than it is given, or its answer is none that IoT Core takes. */
export class AuthorizerUnusable extends Error {
  override readonly name = 'AuthorizerUnusable';
}

const PLACE = 'ap-northeast-2:000000000000';
const DOCUMENT_CHARACTERS = 2_048;

const seconds = z.int().min(300).max(86_400);
const document = z
  .union([z.string(), z.looseObject({}).transform(value => JSON.stringify(value))])
  .refine(text => text.replaceAll(/\s/g, '').length <= DOCUMENT_CHARACTERS, 'takes 2,048 characters')
  .transform((text): unknown => JSON.parse(text))
  .pipe(policyDocument);

/** https://docs.aws.amazon.com/iot/latest/developerguide/custom-auth-lambda.html */
const answer = z.object({
  isAuthenticated: z.boolean(),
  principalId: z.string().regex(/^[a-zA-Z0-9]{1,128}$/),
  disconnectAfterInSeconds: seconds,
  refreshAfterInSeconds: seconds,
  policyDocuments: z.array(document).max(10),
});

/** Asks a custom authorizer as IoT Core does, and holds its answer to IoT Core's terms: what is too much there is so here. */
export function createAuthorizer({ name, handler, timeoutSeconds, now }: AuthorizerOptions): Authorizer {
  return async presented => {
    const asked = handler(eventOf(presented), {
      awsRequestId: randomUUID(),
      invokedFunctionArn: `arn:aws:lambda:${PLACE}:function:${name}`,
    });
    const answered = await inTime(asked, name, timeoutSeconds);
    const { isAuthenticated, policyDocuments, ...after } = readAnswer(answered, name);
    if (!isAuthenticated) return undefined;
    return {
      policy: createPolicy(policyDocuments, `arn:aws:iot:${PLACE}:`),
      refreshAt: now() + after.refreshAfterInSeconds * 1000,
      disconnectAt: now() + after.disconnectAfterInSeconds * 1000,
    };
  };
}

function readAnswer(answered: unknown, name: string): z.output<typeof answer> {
  try {
    return answer.parse(answered);
  } catch (cause) {
    throw new AuthorizerUnusable(`${name} answers what IoT Core refuses`, { cause });
  }
}

function eventOf({ clientId, userName, password }: Presented): AuthorizerEvent {
  return {
    protocols: ['mqtt'],
    protocolData: {
      mqtt: {
        clientId,
        ...(userName !== undefined && { username: userName }),
        ...(password !== undefined && { password: Buffer.from(password).toString('base64') }),
      },
    },
    connectionMetadata: { id: randomUUID() },
  };
}

async function inTime<Value>(asked: Promise<Value>, name: string, timeoutSeconds: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    const late = () => reject(new AuthorizerUnusable(`${name} took over ${timeoutSeconds} s`));
    timer = setTimeout(late, timeoutSeconds * 1000);
  });
  try {
    return await Promise.race([asked, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
