/** The database that is copied for each file of tests. */
export const TEMPLATE = 'heal7_template';

/** The URL of another database of the same server. */
export function urlOf(database: string, url: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

/** By which the role of functions signs in, on this server that lives as long as the tests. */
export const APP_PASSWORD = 'app-password-of-tests';
