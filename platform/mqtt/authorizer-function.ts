import type { Context } from 'aws-lambda';
import { writeLog } from '../observability/log-sink.ts';
import { loggableError } from '../observability/loggable-error.ts';
import { signInLine } from '../observability/sign-in-log.ts';
import { type Stopwatch, stopwatch } from '../observability/stopwatch.ts';
import { type DevicePolicy, devicePolicy, policyPlaceOf } from './device-policy.ts';
import { type SignIn, type SignInDecision, signInOf } from './sign-in.ts';

/** What IoT Core asks a custom authorizer with, as far as it is used here. */
export interface AuthorizerEvent {
  readonly protocols: readonly string[];
  readonly protocolData: {
    readonly mqtt?: { readonly clientId?: string; readonly username?: string; readonly password?: string };
  };
  readonly connectionMetadata?: { readonly id: string };
}

/** What a custom authorizer answers. */
interface AuthorizerResult {
  readonly isAuthenticated: boolean;
  /** For IoT Core's logs: letters and digits alone. */
  readonly principalId: string;
  readonly disconnectAfterInSeconds: number;
  readonly refreshAfterInSeconds: number;
  readonly policyDocuments: readonly DevicePolicy[];
}

/** A Lambda handler for IoT Core. */
export type AuthorizerHandler = (
  event: AuthorizerEvent,
  context: Pick<Context, 'awsRequestId' | 'invokedFunctionArn'>,
) => Promise<AuthorizerResult>;

export interface AuthorizerFunctionOptions {
  /** As declared: the `function` of its logs and metrics where Lambda gives it none. */
  readonly name: string;
  readonly decide: (signIn: SignIn) => Promise<SignInDecision>;
  readonly now?: () => Date;
  readonly stopwatch?: Stopwatch;
}

/** A connection lasts a day, IoT Core's longest. Every 5 minutes, its shortest, it asks again, and cuts who is refused. */
const LIFETIME = { disconnectAfterInSeconds: 86_400, refreshAfterInSeconds: 300 };

const REFUSED: AuthorizerResult = {
  isAuthenticated: false,
  principalId: 'refused',
  ...LIFETIME,
  policyDocuments: [],
};

/** What is thrown where nobody could say who asks. Its reason is the cause: Lambda logs messages, and messages quote data. */
export class AuthorizerFailed extends Error {
  override readonly name = 'AuthorizerFailed';

  constructor(name: string, cause: unknown) {
    super(`${name} failed: the line above says where`, { cause });
  }
}

/**
 * A function that lets clients in. Each connection writes one line with its metrics, without anything that was presented.
 * @throws AuthorizerFailed: IoT Core then lets nobody in, and the client tries again
 */
export function authorizerFunction(options: AuthorizerFunctionOptions): AuthorizerHandler {
  const { name, decide, now = () => new Date(), stopwatch: start = stopwatch } = options;
  // Deployed, the stage is in the name.
  const functionName = process.env.AWS_LAMBDA_FUNCTION_NAME ?? name;

  return async (event, { awsRequestId: requestId, invokedFunctionArn }) => {
    const elapsed = start();
    const end = () => ({ function: functionName, requestId, at: now().getTime(), durationMs: elapsed() });
    try {
      const decision = await decide(signInOf(event));
      if ('refused' in decision) {
        writeLog(signInLine({ ...end(), refused: decision.refused }));
        return REFUSED;
      }
      const { rights } = decision;
      writeLog(signInLine({ ...end(), clientId: rights.clientId }));
      return {
        isAuthenticated: true,
        principalId: rights.clientId.replaceAll(/[^a-zA-Z0-9]/g, ''),
        ...LIFETIME,
        policyDocuments: [devicePolicy(policyPlaceOf(invokedFunctionArn), rights)],
      };
    } catch (error) {
      writeLog(signInLine({ ...end(), error: loggableError(error) }));
      throw new AuthorizerFailed(name, error);
    }
  };
}
