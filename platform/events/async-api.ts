import type * as z from 'zod';
import { type StreamDefinition, streams } from '../streams/streams.ts';
import { type DataContract, dataContracts, dataSchemaPath, jsonSchema } from './data-contract.ts';
import { exampleEvent } from './event-example.ts';
import type { EventType } from './event-type.ts';
import { publishedEvent } from './published-event.ts';

const description = `무슨 일이 있었는지를 적어도 한 번, 흐름마다 순서대로 알리는 이벤트입니다. 개인정보는 담지 않습니다.

What has happened on HEAL7, told at least once and each stream of events in its order, without anything personal. Each record is
a CloudEvent 1.0 in JSON, or a list of several of one \`subject\` in their order (application/cloudevents-batch+json); its partition
key is that \`subject\`. An event may come again, alone or with others: \`subject\` and \`streamversion\` say which one it is, and a
consumer that keeps the last version of each subject takes each event once. The contract of \`data\` is the JSON Schema at
\`dataschema\`, which never changes: another contract has another version.`;

/** The AsyncAPI 3.0 document of the streams and of everything that is published in them. */
export function asyncApiDocument({
  types,
  version,
}: {
  readonly types: readonly EventType[];
  readonly version: string;
}) {
  const contracts = types.flatMap(dataContracts);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'HEAL7 events',
      version,
      description,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(
      Object.values(streams).map(stream => [stream.name, channel(stream, ofStream(contracts, stream))]),
    ),
    operations: Object.fromEntries(
      Object.values(streams)
        .filter(stream => ofStream(contracts, stream).length > 0)
        .map(stream => [`publish-${stream.name}`, publishing(stream, ofStream(contracts, stream))]),
    ),
    components: {
      messages: Object.fromEntries(contracts.map(contract => [keyOf(contract), message(contract)])),
      schemas: {
        PublishedEvent: part(publishedEvent),
        ...Object.fromEntries(contracts.map(contract => [keyOf(contract), part(contract.schema)])),
      },
    },
  };
}

const ofStream = (contracts: readonly DataContract[], { name }: StreamDefinition) =>
  contracts.filter(({ type }) => type.stream === name);

/** `user.signed_up.v1`. */
const keyOf = ({ type, version }: DataContract) => `${type.name}.v${version}`;

function channel({ name, purpose, shards, retentionHours }: StreamDefinition, contracts: readonly DataContract[]) {
  return {
    address: name,
    title: name,
    summary: purpose,
    description: `A Kinesis stream of ${shards} shards that keeps records for ${retentionHours} h. Deployed it is \`heal7-<stage>-${name}\`.`,
    messages: Object.fromEntries(
      contracts.map(contract => [keyOf(contract), { $ref: `#/components/messages/${keyOf(contract)}` }]),
    ),
  };
}

function publishing({ name }: StreamDefinition, contracts: readonly DataContract[]) {
  return {
    action: 'send',
    channel: { $ref: `#/channels/${name}` },
    summary: 'HEAL7 publishes what was committed, and nothing else.',
    messages: contracts.map(contract => ({ $ref: `#/channels/${name}/messages/${keyOf(contract)}` })),
  };
}

function message(contract: DataContract) {
  const { type, version } = contract;
  return {
    name: type.name,
    title: `${type.name} ${version}`,
    summary: type.summary,
    contentType: 'application/cloudevents+json',
    payload: {
      allOf: [
        { $ref: '#/components/schemas/PublishedEvent' },
        {
          type: 'object',
          properties: {
            type: { const: type.name },
            schemaversion: { const: version },
            dataschema: { const: dataSchemaPath(type.name, version) },
            data: { $ref: `#/components/schemas/${keyOf(contract)}` },
          },
        },
      ],
    },
    examples: [{ name: 'example', payload: exampleEvent(contract) }],
  };
}

/** AsyncAPI's own dialect is a superset of draft 7, as a part of the document. */
function part(schema: z.ZodType) {
  const { $schema: _, ...parts } = jsonSchema(schema, 'draft-7');
  return parts;
}
