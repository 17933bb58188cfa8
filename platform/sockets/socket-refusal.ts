/** A connection that is not let in, or a message that is not answered: the client's fault, or nobody's. */
export class SocketRefusal extends Error {
  override readonly name = 'SocketRefusal';
  /** Snake case, stable: for logs. A client is told the status alone. */
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number) {
    super(code);
    this.code = code;
    this.status = status;
  }
}
