import type { Context } from 'aws-lambda';
import { writeLog } from '../observability/log-sink.ts';
import { type LoggableError, loggableError } from '../observability/loggable-error.ts';
import { socketLine } from '../observability/socket-log.ts';
import { type Stopwatch, stopwatch } from '../observability/stopwatch.ts';
import { type Handshake, handshakeOf, type SocketEvent } from './socket-event.ts';
import { SocketRefusal } from './socket-refusal.ts';

/** What answers a WebSocket API. A refusal is thrown (`SocketRefusal`); whatever else is thrown is our fault. */
export interface SocketHandlers {
  /** Returns where the client is let in. Nothing can be sent to it before that: API Gateway opens the connection afterwards. */
  connect(handshake: Handshake): Promise<void>;
  message(connectionId: string, text: string): Promise<void>;
  /** A connection that was open is not. API Gateway tells it once, if at all. */
  disconnect(connectionId: string): Promise<void>;
}

export interface SocketFunctionOptions {
  /** As declared: the `function` of its logs and metrics where Lambda gives it none. */
  readonly name: string;
  /** Made at the first event: one machine's engines start after its functions are loaded. */
  readonly handlers: () => SocketHandlers;
  readonly now?: () => Date;
  readonly stopwatch?: Stopwatch;
}

/** To API Gateway; a `$connect` that is answered with another status than 200 is refused with it. */
interface SocketResult {
  readonly statusCode: number;
}

/** A Lambda handler for events of a WebSocket API. */
export type SocketFunctionHandler = (
  event: SocketEvent,
  context: Pick<Context, 'awsRequestId'>,
) => Promise<SocketResult>;

/**
 * A function for a WebSocket API. Each event writes one line with its metrics, without anything that a client sent. Nothing is
 * thrown: what Lambda logs of an error has its message, and messages quote data.
 */
export function socketFunction(options: SocketFunctionOptions): SocketFunctionHandler {
  const { name, handlers: make, now = () => new Date(), stopwatch: start = stopwatch } = options;
  // Deployed, the stage is in the name: `heal7-prod-iot-live-socket`.
  const functionName = process.env.AWS_LAMBDA_FUNCTION_NAME ?? name;
  let made: SocketHandlers | undefined;

  return async (event, { awsRequestId: requestId }) => {
    const { eventType, connectionId, disconnectStatusCode } = event.requestContext;
    const elapsed = start();
    const outcome = await outcomeOf(async () => {
      made ??= make();
      await answer(made, event);
    });
    writeLog(
      socketLine({
        function: functionName,
        event: eventType,
        requestId,
        connectionId,
        at: now().getTime(),
        durationMs: elapsed(),
        ...(disconnectStatusCode !== undefined && { closedBy: disconnectStatusCode }),
        ...outcome,
      }),
    );
    return { statusCode: outcome.status };
  };
}

interface Outcome {
  readonly status: number;
  readonly refused?: string;
  readonly error?: LoggableError;
}

async function outcomeOf(work: () => Promise<void>): Promise<Outcome> {
  try {
    await work();
    return { status: 200 };
  } catch (error) {
    if (error instanceof SocketRefusal) return { status: error.status, refused: error.code };
    return { status: 500, error: loggableError(error) };
  }
}

function answer(handlers: SocketHandlers, event: SocketEvent): Promise<void> {
  const { eventType, connectionId } = event.requestContext;
  switch (eventType) {
    case 'CONNECT':
      return handlers.connect(handshakeOf(event));
    case 'MESSAGE':
      return handlers.message(connectionId, event.body ?? '');
    case 'DISCONNECT':
      return handlers.disconnect(connectionId);
  }
}
