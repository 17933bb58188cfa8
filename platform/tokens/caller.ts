/** What an account may be; each but `member` is given by an operator (the job `grant-role`). */
export type Role = 'member' | 'premium' | 'expert' | 'operator' | 'admin';

/** By an access token: what it says held when it was made, at most 15 minutes ago. */
export interface UserCaller {
  readonly kind: 'user';
  readonly userId: string;
  readonly sessionId: string;
  readonly roles: readonly Role[];
}

/** By an API key: an app's, for itself. */
export interface KeyCaller {
  readonly kind: 'key';
  readonly keyId: string;
  readonly ownerId: string;
}

/** Who asks, as far as the request proves it. */
export type Caller = { readonly kind: 'anonymous' } | UserCaller | KeyCaller;
