import { DomainError } from '../../../platform/errors/domain-error.ts';
import { asyncApiDocument } from '../../../platform/events/async-api.ts';
import { dataContracts, dataSchema, dataSchemaPath, envelopeSchema } from '../../../platform/events/data-contract.ts';
import type { EventType } from '../../../platform/events/event-type.ts';
import { publishedEvent } from '../../../platform/events/published-event.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { once } from '../once.ts';
import { eventTypeNotFound, type getAsyncApi, type getEventSchema, type getPublishedEventSchema } from './contract.ts';

const bytesOf = (document: object): Uint8Array => Buffer.from(JSON.stringify(document));

/** Serves the AsyncAPI document, made at its first request. */
export function createAsyncApi(types: readonly EventType[], version: string): Handler<typeof getAsyncApi> {
  return once(() => bytesOf(asyncApiDocument({ types, version })));
}

/** Serves what every published event is. */
export function createPublishedEventSchema(): Handler<typeof getPublishedEventSchema> {
  return once(() => bytesOf(envelopeSchema(publishedEvent)));
}

/** Serves the contract of each version of each type. */
export function createEventSchema(types: readonly EventType[]): Handler<typeof getEventSchema> {
  const served = once(() => {
    const contracts = types.flatMap(dataContracts);
    return new Map(
      contracts.map(contract => [dataSchemaPath(contract.type.name, contract.version), bytesOf(dataSchema(contract))]),
    );
  });
  return ({ params: { type, file } }) => {
    const schema = served().get(`/events/${type}/${file}`);
    if (schema === undefined) throw new DomainError(eventTypeNotFound);
    return schema;
  };
}
