import { cors } from '../platform/http/cors.ts';

/** Headers of the answer to a preflight request, as API Gateway gives them. */
export const preflightHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': cors.allowOrigins.join(','),
  'access-control-allow-methods': cors.allowMethods.join(','),
  'access-control-allow-headers': cors.allowHeaders.join(','),
  'access-control-max-age': String(cors.maxAgeSeconds),
};

/** Headers of every other answer to a page of another origin. */
export const crossOriginHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': cors.allowOrigins.join(','),
  'access-control-expose-headers': cors.exposeHeaders.join(','),
};
