import type { AuthenticateError } from 'aedes';
import type { Refusal } from './counts.ts';

/** Codes of CONNACK: MQTT 3.1.1, table 3.1. aedes has them in a type alone. */
export const returnCodes = { identifierRejected: 2, serverUnavailable: 3, notAuthorized: 5 } as const;

/** Has aedes cut a client off. */
export class Refused extends Error implements AuthenticateError {
  override readonly name = 'Refused';
  readonly refusal: Refusal;
  /** Of a CONNECT. */
  readonly returnCode: AuthenticateError['returnCode'];

  constructor(refusal: Refusal, returnCode: number = returnCodes.notAuthorized) {
    super(refusal);
    this.refusal = refusal;
    this.returnCode = returnCode;
  }
}
