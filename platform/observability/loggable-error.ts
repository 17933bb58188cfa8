/** An error as it may be logged: no message, since messages quote input, and input is personal. */
export interface LoggableError {
  readonly name: string;
  readonly code?: string;
  readonly frames: readonly string[];
  readonly cause?: LoggableError;
}

const MOST_FRAMES = 12;
const MOST_CAUSES = 3;

/** What may be logged of a thrown value: its class, its code, and where it was thrown. */
export function loggableError(error: unknown, depth = 0): LoggableError {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const code = (error as { code?: unknown }).code;
  const cause = depth < MOST_CAUSES && error.cause !== undefined ? loggableError(error.cause, depth + 1) : undefined;
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    frames: framesOf(error),
    ...(cause !== undefined && { cause }),
  };
}

/** The stack begins with the message, which may have lines that look like frames: cut it off whole. */
function framesOf(error: Error): readonly string[] {
  const stack = error.stack ?? '';
  const messageAt = error.message === '' ? -1 : stack.indexOf(error.message);
  const trace = messageAt < 0 ? stack : stack.slice(messageAt + error.message.length);
  return trace
    .split('\n')
    .filter(line => line.startsWith('    at '))
    .slice(0, MOST_FRAMES)
    .map(line => line.slice('    at '.length));
}
