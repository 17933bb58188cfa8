import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApiDocument } from '../../platform/http/openapi.ts';

/** A response as a caller reads it: decoded. */
export interface ReadResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Says what of a request or a response differs from an OpenAPI document; empty where nothing does. */
export interface OpenApiValidator {
  /** `path` is the contract's template. Undefined where the document has no such operation. */
  responseErrors(method: string, path: string, response: ReadResponse): readonly string[] | undefined;
  requestBodyErrors(method: string, path: string, body: unknown): readonly string[];
  /** For what no operation answers: routes and methods that do not exist. */
  problemErrors(response: ReadResponse): readonly string[];
}

interface MediaTypes {
  readonly [type: string]: { readonly schema: unknown };
}

interface DocumentedOperation {
  readonly requestBody?: { readonly content: MediaTypes };
  readonly responses: Readonly<
    Record<string, { readonly headers?: Readonly<Record<string, unknown>>; readonly content?: MediaTypes }>
  >;
}

const DOCUMENT = 'openapi';

/** Validates against the schemas inside the document itself, by reference into it. */
export function createOpenApiValidator(document: OpenApiDocument): OpenApiValidator {
  // Not strict: an OpenAPI document has keywords that JSON Schema does not know (`paths`, `example`).
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema(document as object, DOCUMENT);
  const compiled = new Map<string, ValidateFunction>();

  const schemaErrors = (pointer: readonly string[], value: unknown): readonly string[] => {
    const reference = `${DOCUMENT}#/${pointer.map(escapedToken).join('/')}`;
    let validate = compiled.get(reference);
    if (validate === undefined) {
      validate = ajv.compile({ $ref: reference });
      compiled.set(reference, validate);
    }
    return validate(value) ? [] : (validate.errors ?? []).map(error => `${error.instancePath} ${error.message}`);
  };

  const operationAt = (method: string, path: string): DocumentedOperation | undefined =>
    (document.paths?.[path] as Record<string, DocumentedOperation> | undefined)?.[method.toLowerCase()];

  return {
    responseErrors(method, path, response) {
      const operation = operationAt(method, path);
      if (operation === undefined) return undefined;
      const documented = operation.responses[response.status];
      if (documented === undefined) return [`status ${response.status} is not documented`];
      const missing = Object.keys(documented.headers ?? {})
        .filter(name => response.headers[name.toLowerCase()] === undefined)
        .map(name => `header ${name} is missing`);
      if (documented.content === undefined) {
        return response.text === '' ? missing : [...missing, 'a body that is not documented'];
      }
      const type = mediaType(response);
      if (documented.content[type] === undefined) return [...missing, `content type ${type} is not documented`];
      const pointer = [
        'paths',
        path,
        method.toLowerCase(),
        'responses',
        String(response.status),
        'content',
        type,
        'schema',
      ];
      return [...missing, ...schemaErrors(pointer, JSON.parse(response.text))];
    },
    requestBodyErrors(method, path, body) {
      if (operationAt(method, path)?.requestBody === undefined) return [];
      return schemaErrors(
        ['paths', path, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema'],
        body,
      );
    },
    problemErrors(response) {
      const type = mediaType(response);
      if (type !== 'application/problem+json') return [`content type ${type} is not that of a problem`];
      return schemaErrors(['components', 'schemas', 'Problem'], JSON.parse(response.text));
    },
  };
}

function mediaType({ headers }: ReadResponse): string {
  return (headers['content-type'] ?? 'none').split(';', 1)[0]!.trim();
}

function escapedToken(token: string): string {
  return encodeURIComponent(token.replaceAll('~', '~0').replaceAll('/', '~1'));
}
