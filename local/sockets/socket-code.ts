import { randomUUID } from 'node:crypto';
import type { SocketDeclaration } from '../../platform/manifest/domain.ts';
import type { SocketEvent } from '../../platform/sockets/socket-event.ts';
import type { SocketFunctionHandler } from '../../platform/sockets/socket-function.ts';

/** A declared WebSocket API with its code. */
export interface SocketCode {
  readonly declaration: Pick<SocketDeclaration, 'name' | 'timeoutSeconds'>;
  readonly handler: SocketFunctionHandler;
}

export async function loadSocketCode(declaration: SocketDeclaration): Promise<SocketCode> {
  const { handler } = (await import(new URL(`../../${declaration.entry}`, import.meta.url).href)) as {
    handler: SocketFunctionHandler;
  };
  return { declaration, handler };
}

/** Calls the function as Lambda does; gives the status it answers: 500 where it throws, 504 where it takes too long. */
export async function invokeSocketCode({ declaration, handler }: SocketCode, event: SocketEvent): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<number>(resolve => {
    timer = setTimeout(resolve, declaration.timeoutSeconds * 1000, 504);
  });
  try {
    const answered = handler(event, { awsRequestId: randomUUID() }).then(({ statusCode }) => statusCode);
    return await Promise.race([answered, tooLong]);
  } catch {
    return 500;
  } finally {
    clearTimeout(timer);
  }
}
