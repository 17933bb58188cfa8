/** The account of every stream here. */
export const ACCOUNT = '000000000000';

/** A refusal, as the service says it: by a type and a message. */
export class ServiceError extends Error {
  readonly type: string;
  readonly status: number;

  constructor(type: string, message: string, status = 400) {
    super(message);
    this.type = type;
    this.status = status;
  }
}

export function invalidArgument(message: string): ServiceError {
  return new ServiceError('InvalidArgumentException', message);
}

export function streamNotFound(name: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', `Stream ${name} under account ${ACCOUNT} not found.`);
}

export function shardNotFound(shardId: string, stream: string): ServiceError {
  return new ServiceError(
    'ResourceNotFoundException',
    `Shard ${shardId} in stream ${stream} under account ${ACCOUNT} does not exist`,
  );
}

/** Also what is said of one record among those of PutRecords. */
export const THROUGHPUT_EXCEEDED = 'ProvisionedThroughputExceededException';

export function rateExceeded(shardId: string, stream: string): string {
  return `Rate exceeded for shard ${shardId} in stream ${stream} under account ${ACCOUNT}.`;
}
