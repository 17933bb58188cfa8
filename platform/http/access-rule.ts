import type { Caller, Role, UserCaller } from '../tokens/caller.ts';

/**
 * Who may call: anyone; whoever has a valid access token; or of those, whoever has one of the roles. No role includes
 * another: an operation lists all that may.
 */
export type Auth = 'none' | 'user' | { readonly roles: readonly [Role, ...Role[]] };

/** Of an operation: who may call it, and how they prove who they are. */
export interface AccessRule {
  readonly auth: Auth;
  /** With `auth: 'none'`: an API key may be sent, and its own limits then stand in place of those of strangers. */
  readonly apiKeys?: true;
  /**
   * The session, the account's state and its roles are read from the database before the handler runs, and not only from
   * the token: what an operator took away counts at once instead of within 15 minutes.
   */
  readonly recheck?: true;
}

/** The caller that a handler gets under a rule. */
export type CallerOf<Rule extends AccessRule> = Rule['auth'] extends 'none' ? Caller : UserCaller;
