import type { ClientRights } from './device-policy.ts';

/** What a client says when it connects. */
export interface SignIn {
  readonly clientId: string | undefined;
  readonly userName: string | undefined;
  readonly password: string | undefined;
}

/** Why a client is not let in: for logs and metrics, the client is not told. */
type SignInRefusal = 'incomplete' | 'not_its_client_id' | 'unknown_device' | 'retired_device' | 'wrong_secret';

export type SignInDecision = { readonly rights: ClientRights } | { readonly refused: SignInRefusal };

/** The part of IoT Core's event that says who asks (password in base64). Nothing of it has been checked by IoT Core. */
interface SignInEvent {
  readonly protocolData: {
    readonly mqtt?: { readonly clientId?: string; readonly username?: string; readonly password?: string };
  };
}

/**
 * Reads a sign-in. A user name may end in `?x-amz-customauthorizer-name=…`, which is how a client of IoT Core names an
 * authorizer that is not the default one, and is none of its name.
 */
export function signInOf({ protocolData: { mqtt } }: SignInEvent): SignIn {
  return {
    clientId: mqtt?.clientId,
    userName: mqtt?.username?.split('?', 1)[0],
    password: mqtt?.password === undefined ? undefined : Buffer.from(mqtt.password, 'base64').toString(),
  };
}
