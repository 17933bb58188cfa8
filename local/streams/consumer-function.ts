import { randomUUID } from 'node:crypto';
import type { Context, KinesisStreamEvent } from 'aws-lambda';
import type { StreamDeclaration } from '../../platform/manifest/domain.ts';

/** What a function is told of its invocation. */
type InvocationContext = Pick<Context, 'awsRequestId' | 'functionName' | 'getRemainingTimeInMillis'>;

type Handler = (event: KinesisStreamEvent, context: InvocationContext) => Promise<unknown>;

/** Calls a function as Lambda does; gives its answer. */
export type Invoke = (event: KinesisStreamEvent, context: InvocationContext) => Promise<unknown>;

/** A function took longer than it is given. What it still does, it does beside its next delivery. */
class FunctionTimedOut extends Error {
  override readonly name = 'FunctionTimedOut';
}

/** Loads a function's code. */
export async function loadFunction({ entry }: StreamDeclaration): Promise<Invoke> {
  const { handler } = (await import(new URL(`../../${entry}`, import.meta.url).href)) as { handler: Handler };
  return handler;
}

export interface Invocation {
  readonly requestId: string;
  /** What the function answered, or what it threw. */
  readonly ended: { readonly response: unknown } | { readonly error: unknown };
}

/** Calls a function, for as long as it may take. */
export async function invokeFunction(
  { name, timeoutSeconds }: Pick<StreamDeclaration, 'name' | 'timeoutSeconds'>,
  invoke: Invoke,
  event: KinesisStreamEvent,
): Promise<Invocation> {
  const requestId = randomUUID();
  const deadline = performance.now() + timeoutSeconds * 1000;
  const context: InvocationContext = {
    awsRequestId: requestId,
    functionName: name,
    getRemainingTimeInMillis: () => deadline - performance.now(),
  };
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new FunctionTimedOut(`${name} took over ${timeoutSeconds} s`)),
      timeoutSeconds * 1000,
    );
  });
  try {
    return { requestId, ended: { response: await Promise.race([invoke(event, context), tooLong]) } };
  } catch (error) {
    return { requestId, ended: { error } };
  } finally {
    clearTimeout(timer);
  }
}
