/** RFC 6750, 2.1: the scheme in any case, spaces, and a token without any. */
const BEARER = /^bearer +([\w.~+/-]+=*)$/i;

/**
 * The token of an `Authorization` header; undefined for any other content. Two headers come joined by a comma, which no token
 * has. Tokens in the address or in the body are not looked for: addresses are logged.
 */
export function bearerToken(header: string): string | undefined {
  return BEARER.exec(header)?.[1];
}
