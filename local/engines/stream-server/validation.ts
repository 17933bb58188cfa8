import type * as z from 'zod';
import { decodedLength } from './base64.ts';
import { NOT_BASE64 } from './contracts.ts';
import { ServiceError } from './service-error.ts';

type Issue = z.core.$ZodIssue;

/** The service tells of no more. */
const MOST_ERRORS = 10;

/**
 * Reads a request's body by a contract.
 * @throws ServiceError as the service tells of it: first what is of another type, then what is out of bounds
 */
export function validate<Contract extends z.ZodType>(contract: Contract, body: unknown): z.output<Contract> {
  const result = contract.safeParse(body);
  if (result.success) return result.data;
  const { issues } = result.error;
  const wrong = issues.find(issue => isOfType(issue, body));
  if (wrong !== undefined) throw new ServiceError('SerializationException', `${member(wrong)}: ${wrong.message}`);
  const errors = issues.slice(0, MOST_ERRORS).map(issue => {
    const value = valueAt(body, issue);
    const shown = value == null ? 'null' : `'${valueText(value, issue)}'`;
    return `Value ${shown} at '${member(issue)}' failed to satisfy constraint: ${constraint(issue)}`;
  });
  const detected = `${errors.length} validation error${errors.length > 1 ? 's' : ''} detected`;
  throw new ServiceError('ValidationException', `${detected}: ${errors.join('; ')}`);
}

/** Whether the value is there, and is not what could be checked at all. */
function isOfType(issue: Issue, body: unknown): boolean {
  if (issue.code === 'custom') return issue.message === NOT_BASE64;
  return issue.code === 'invalid_type' && valueAt(body, issue) != null;
}

function constraint(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return 'Member must not be null';
    case 'invalid_format':
      return `Member must satisfy regular expression pattern: ${issue.pattern!.slice('/^(?:'.length, -')$/'.length)}`;
    case 'too_small':
      return `Member must have ${measure(issue.origin)} greater than or equal to ${issue.minimum}`;
    case 'too_big':
      return `Member must have ${measure(issue.origin)} less than or equal to ${issue.maximum}`;
    case 'invalid_value':
      return `Member must satisfy enum value set: [${issue.values.join(', ')}]`;
    default:
      return issue.message;
  }
}

function measure(origin: string): string {
  return origin === 'string' || origin === 'array' ? 'length' : 'value';
}

/** `records.2.member.partitionKey`: places are counted from 1. */
function member({ path }: Issue): string {
  return path
    .map(key =>
      typeof key === 'number' ? `${key + 1}.member` : `${String(key)[0]!.toLowerCase()}${String(key).slice(1)}`,
    )
    .join('.');
}

function valueAt(body: unknown, { path }: Issue): unknown {
  return path.reduce<unknown>((value, key) => (value as Readonly<Record<PropertyKey, unknown>> | null)?.[key], body);
}

function valueText(value: unknown, { code }: Issue): string {
  if (Array.isArray(value)) {
    return `[${value.map(() => 'com.amazonaws.kinesis.v20131202.PutRecordsRequestEntry@c965e310').join(', ')}]`;
  }
  if (code !== 'custom') return String(value);
  const length = decodedLength(value as string);
  return `java.nio.HeapByteBuffer[pos=0 lim=${length} cap=${length}]`;
}
