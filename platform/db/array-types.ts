import type postgres from 'postgres';

/**
 * The array types of PostgreSQL that statements pass and read. The driver can ask the server for all of them, but that is
 * a round trip in every cold function before its first statement; their numbers never change.
 */
const ARRAY_TYPES = [
  ['bool', 16, 1000],
  ['bytea', 17, 1001],
  ['int8', 20, 1016],
  ['int2', 21, 1005],
  ['int4', 23, 1007],
  ['text', 25, 1009],
  ['json', 114, 199],
  ['float4', 700, 1021],
  ['float8', 701, 1022],
  ['bpchar', 1042, 1014],
  ['varchar', 1043, 1015],
  ['date', 1082, 1182],
  ['time', 1083, 1183],
  ['timestamp', 1114, 1115],
  ['timestamptz', 1184, 1185],
  ['numeric', 1700, 1231],
  ['uuid', 2950, 2951],
  ['jsonb', 3802, 3807],
  ['xid8', 5069, 271],
] as const;

/** Where an array within an array is one value. */
const JSON_TYPES: ReadonlySet<number> = new Set([114, 3802]);

/** What a driver reads for each value; its types do not tell of it. */
interface DriverTypes {
  readonly parsers: Record<number, (text: string) => unknown>;
  readonly serializers: Record<number, (value: unknown) => string>;
  readonly shared: { readonly typeArrayMap: Record<number, number> };
}

/** Teaches a driver made with `fetch_types: false` to pass and read arrays: `sql.array(dates)`, `any(${ids})`, `text[]` columns. */
export function registerArrayTypes(sql: postgres.Sql<Record<string, never>>): void {
  const { parsers, serializers, shared } = sql.options as unknown as DriverTypes;
  for (const [, element, array] of ARRAY_TYPES) {
    const parse = parsers[element] ?? (text => text);
    const serialize = serializers[element] ?? String;
    shared.typeArrayMap[element] = array;
    parsers[array] = text => parseArray(text, parse);
    serializers[array] = value => serializeArray(value, serialize, !JSON_TYPES.has(element));
  }
}

/** `{"a","b",NULL}`: every element quoted, since quoted text is right for each type. */
function serializeArray(value: unknown, serialize: (element: unknown) => string, nests: boolean): string {
  if (!Array.isArray(value)) return String(value);
  const elements = value.map(element => {
    if (element === null) return 'NULL';
    if (nests && Array.isArray(element)) return serializeArray(element, serialize, nests);
    return `"${serialize(element).replaceAll(/["\\]/g, '\\$&')}"`;
  });
  return `{${elements.join(',')}}`;
}

/** One element, or what opens and closes a level: quoted text, bare text, or a brace. */
const TOKEN = /"((?:[^"\\]|\\.)*)"|([{}])|([^{},"]+)/gsy;

/** Reads the text of an array, of any depth; `NULL` without quotes is null. */
function parseArray(text: string, parse: (text: string) => unknown): unknown[] {
  const levels: unknown[][] = [[]];
  // Lower bounds other than 1 stand before the braces: [0:1]={a,b}.
  let at = text.indexOf('{');
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const [token, quoted, brace, bare] = TOKEN.exec(text) ?? [','];
    at += token.length;
    const level = levels.at(-1)!;
    if (brace === '{') levels.push([]);
    else if (brace === '}') levels.at(-2)!.push(levels.pop()!);
    else if (quoted !== undefined) level.push(parse(quoted.replaceAll(/\\(.)/gs, '$1')));
    else if (bare !== undefined) level.push(bare === 'NULL' ? null : parse(bare));
  }
  return levels[0]![0] as unknown[];
}
