import type * as z from 'zod';
import {
  type DataContract,
  dataContracts,
  dataSchemaPath,
  ENVELOPE_PATH,
  type JsonSchema,
  jsonSchema,
} from '../../../platform/events/data-contract.ts';
import { exampleEvent } from '../../../platform/events/event-example.ts';
import type { EventType } from '../../../platform/events/event-type.ts';
import { publishedEvent } from '../../../platform/events/published-event.ts';
import type { Bilingual, Language } from '../../../platform/http/language.ts';
import { streams } from '../../../platform/streams/streams.ts';
import { escaped, page, textStyle, titles } from './page.ts';

const words = {
  introduction: {
    ko: '계정과 인물, 차트, 만세력, 기기, 앱에서 일어난 일을 알리는 이벤트입니다. 한 번 이상 올 수 있고, 같은 subject 안에서는 일어난 순서대로 옵니다. 개인정보는 담지 않습니다.',
    en: 'What happened to accounts, people, charts, calendars, devices and in apps. An event may come more than once; those of one subject come in their order. None holds anything personal.',
  },
  exactly: {
    ko: 'subject마다 마지막으로 본 streamversion을 기억해 두고 그보다 크지 않은 것은 지나치면, 이벤트마다 정확히 한 번 처리하게 됩니다.',
    en: 'Keep the last streamversion of each subject and pass over what is not above it: then each event counts once.',
  },
  envelope: { ko: '봉투 (CloudEvents 1.0)', en: 'The envelope (CloudEvents 1.0)' },
  retention: { ko: '보관 시간', en: 'kept for' },
  none: { ko: '아직 없습니다.', en: 'None yet.' },
  version: { ko: '버전', en: 'version' },
  earlier: { ko: '이전 버전', en: 'earlier versions' },
  example: { ko: '예', en: 'Example' },
} satisfies Record<string, Bilingual>;

/** The catalogue: each stream with every type that is published in it. */
export function eventsPage(language: Language, types: readonly EventType[]): string {
  const sections = Object.values(streams).map(({ name, purpose, shards, retentionHours }) => {
    const own = types.filter(({ stream }) => stream === name);
    const listed =
      own.length === 0 ? `<p>${words.none[language]}</p>` : own.map(type => entry(language, type)).join('\n');
    return `<h2 id="${name}">${name}</h2>
<p>${escaped(purpose)}. ${shards} shards, ${words.retention[language]} ${retentionHours} h.</p>
${listed}`;
  });
  return page(
    language,
    titles.events,
    `<style>${textStyle}</style>`,
    `<h1>${titles.events[language]}</h1>
<p>${words.introduction[language]} ${words.exactly[language]}</p>
<p><a href="/docs">/docs</a> · <a href="/asyncapi.json">/asyncapi.json</a> (AsyncAPI 3.0)</p>
<h2>${words.envelope[language]}</h2>
<p><a href="${ENVELOPE_PATH}">${ENVELOPE_PATH}</a></p>
${fields(publishedEvent)}
${types.slice(0, 1).map(type => example(language, exampleEvent(dataContracts(type).at(-1)!)))}
${sections.join('\n')}`,
  );
}

function entry(language: Language, type: EventType): string {
  const contracts = dataContracts(type);
  const current = contracts.at(-1)!;
  const earlier = contracts.slice(0, -1).map(schemaLink);
  return `<h3 id="${type.name}">${type.name}</h3>
<p>${escaped(type.summary)} ${words.version[language]} ${current.version}: ${schemaLink(current)}${
    earlier.length === 0 ? '' : `; ${words.earlier[language]}: ${earlier.join(', ')}`
  }</p>
${fields(current.schema)}
${example(language, exampleEvent(current).data)}`;
}

const example = (language: Language, value: unknown): string =>
  `<p>${words.example[language]}: <code>${escaped(JSON.stringify(value))}</code></p>`;

function schemaLink({ type, version }: DataContract): string {
  const path = dataSchemaPath(type.name, version);
  return `<a href="${path}">${path}</a>`;
}

function fields(schema: z.ZodType): string {
  const { properties = {} } = jsonSchema(schema, 'draft-2020-12');
  const rows = Object.entries(properties as Record<string, JsonSchema>).map(
    ([name, schema]) =>
      `<tr><td><code>${name}</code><td>${escaped(kindOf(schema))}<td>${escaped(schema.description ?? '')}`,
  );
  return rows.length === 0 ? '<p><code>{}</code></p>' : `<table>${rows.join('\n')}</table>`;
}

/** What a value may be, in a few words. */
function kindOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(String).join(' | ');
  if (schema.anyOf !== undefined) return schema.anyOf.map(part => kindOf(part as JsonSchema)).join(' | ');
  if (schema.type === 'array') return `${kindOf(schema.items as JsonSchema)} […]`;
  if (schema.type === 'object' && schema.properties !== undefined) {
    const parts = Object.entries(schema.properties as Record<string, JsonSchema>);
    return `{ ${parts.map(([name, part]) => `${name}: ${kindOf(part)}`).join(', ')} }`;
  }
  const { format, type = 'any' } = schema;
  const range = type === 'integer' && Number.isSafeInteger((schema.maximum ?? 0) + 1) ? ` ${rangeOf(schema)}` : '';
  return `${format ?? type}${range}`;
}

function rangeOf({ minimum, maximum }: JsonSchema): string {
  return maximum === undefined ? '' : `${minimum}–${maximum}`;
}
