import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type DataContract, jsonSchema } from '../../platform/events/data-contract.ts';

const FILE = new URL('./event-fingerprints.txt', import.meta.url);

/** `user.signed_up 1`. */
export const nameOf = ({ type, version }: DataContract): string => `${type.name} ${version}`;

/** Of what consumers rely on: the stream, and the data's JSON Schema without its words. */
export function fingerprintOf({ type, schema }: DataContract): string {
  const contract = JSON.stringify({ stream: type.stream, schema: jsonSchema(schema, 'draft-2020-12') }, withoutWords);
  return createHash('sha256').update(contract).digest('hex').slice(0, 16);
}

/** Without what only explains: descriptions, examples, and the pattern by which zod puts a format. */
function withoutWords(key: string, value: unknown): unknown {
  if (key === 'description' && typeof value === 'string') return undefined;
  if (key === 'examples' && Array.isArray(value)) return undefined;
  if (typeof value !== 'object' || value === null || !('format' in value)) return value;
  const { pattern: _, ...others } = value as Record<string, unknown>;
  return others;
}

/** The fingerprints that have been published, by type and version. */
export function publishedFingerprints(): ReadonlyMap<string, string> {
  const lines = readFileSync(FILE, 'utf8').split('\n');
  return new Map(
    lines
      .filter(line => line !== '' && !line.startsWith('#'))
      .map(line => {
        const [type, version, fingerprint] = line.split(' ');
        return [`${type} ${version}`, fingerprint!];
      }),
  );
}
