/** PostgreSQL's own. */
const DEFAULT_PORT = 5432;

/**
 * Passwords for servers that ask for an IAM token (RDS Proxy): signed here for the user and server of the URL, without a
 * call of AWS, and good for 15 minutes, in which a connection has to be made and not to end.
 */
export function iamPassword(region: string): (server: URL) => Promise<string> {
  return async ({ hostname, port, username }) => {
    // Loaded at the first connection: 33 ms that a process with a password of its own need not spend.
    const { Signer } = await import('@aws-sdk/rds-signer');
    const signer = new Signer({
      region,
      hostname,
      port: port === '' ? DEFAULT_PORT : Number(port),
      username: decodeURIComponent(username),
    });
    return signer.getAuthToken();
  };
}
